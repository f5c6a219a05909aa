/** A process that appends old and recent lines in turn: `append-lines.ts FILE NAME COUNT` */
import { setTimeout as pause } from "node:timers/promises";
import { openLineWriter } from "../../src/question-log/line-writer.ts";

const [file = "", name = "", count = ""] = process.argv.slice(2);
const lines = openLineWriter(file, (sentence) => console.error(sentence));
for (let number = 0; number < Number(count); number += 1) {
  lines.append(`old ${name} ${number}`);
  lines.append(`young ${name} ${number}`);
  await pause(1);
}
await lines.settled();
