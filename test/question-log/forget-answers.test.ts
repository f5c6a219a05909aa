import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetAnswers } from "../../src/question-log/forget-answers.ts";
import { formatEntry } from "../../src/question-log/log-entry.ts";
import { temporaryFolder } from "../support/bot-process.ts";
import { sampleTrace } from "../support/sample-trace.ts";

const at = new Date("2026-05-04T13:00:00Z");
const answer = (id: string) =>
  formatEntry({
    kind: "answer",
    at,
    trace: sampleTrace({ id, question: "Скільки коштує квиток?" }),
  });
const vote = (trace: string) => formatEntry({ kind: "vote", at, vote: { trace, rating: "bad" } });

function logOf(...lines: string[]) {
  const file = join(temporaryFolder(), "questions.jsonl");
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  return { file, lines: () => readFileSync(file, "utf8").split("\n").slice(0, -1) };
}

const isAnn = (trace: string) => trace.startsWith("ann");

test("answers and the votes on them go; all else stays as it is, byte by byte", async () => {
  const others = [answer("ben1"), "not a line", '{"version":2}', vote("ben1")];
  const { file, lines } = logOf(answer("ann1"), ...others, vote("ann1"), answer("ann2"));
  expect(await forgetAnswers(file, isAnn)).toEqual({ answers: 2, votes: 1 });
  expect(lines()).toEqual(others);
  expect(await forgetAnswers(file, isAnn)).toEqual({ answers: 0, votes: 0 });
});

test("what the bot appends meanwhile stays", async () => {
  const { file, lines } = logOf(answer("ann1"), answer("ben1"));
  const forgetting = forgetAnswers(file, isAnn);
  const added: string[] = [];
  for (let number = 2; number < 40; number += 1) {
    added.push(answer(`ben${number}`));
    appendFileSync(file, `${added.at(-1)}\n`);
    await new Promise((resolve) => void setTimeout(resolve, 2));
  }
  expect(await forgetting).toEqual({ answers: 1, votes: 0 });
  // One that comes while the file is replaced is copied behind those that come right after.
  expect(lines().toSorted()).toEqual([answer("ben1"), ...added].toSorted());
});

test("while another process removes lines from the log, it waits", async () => {
  const { file, lines } = logOf(answer("ann1"), answer("ann2"), answer("ben1"));
  const both = [forgetAnswers(file, isAnn), forgetAnswers(file, (trace) => trace === "ben1")];
  const removed = (await Promise.all(both)).map((one) => one?.answers);
  expect(removed).toEqual([2, 1]);
  expect(lines()).toEqual([]);
});
