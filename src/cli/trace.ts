/** Shows what led to an answer: `npm run trace -- ID [JOURNAL…]` */
import { escapeInLines } from "../text/escape-controls.ts";
import { keptAnswers } from "./kept-answers.ts";
import { describeTrace } from "./describe-trace.ts";

/** What the user typed, or where the question log is, has to be put right first. */
const EXIT_MISTAKE = 2;

const [id, ...files] = process.argv.slice(2);
process.exitCode = await showTrace();

async function showTrace(): Promise<number> {
  if (id === undefined) return complain("which one? npm run trace -- ID [JOURNAL…]", EXIT_MISTAKE);
  const kept = await keptAnswers(files, new Date(0));
  if (kept.kind === "no-question-log") return complain(kept.message, EXIT_MISTAKE);
  const found = kept.answers.find(({ trace }) => trace.id === id);
  if (!found) {
    return complain(`${id} is not in ${kept.files.join(", ")}: it may be too old, or mistyped`, 1);
  }
  console.log(describeTrace(found));
  return 0;
}

function complain(message: string, code: number): number {
  console.error(escapeInLines(message));
  return code;
}
