import { replyName } from "../feedback/trace.ts";
import type { RatedAnswer } from "../feedback/vote.ts";
import { escapeControls, jsonWithoutControls } from "../text/escape-controls.ts";
import { replyWords, sureness } from "../telegram/explanation/explanation-words.ts";
import { ENGLISH_WORDING } from "../telegram/wording/en.ts";
import { inColumns } from "./columns.ts";
import { complain, complainAboutUsage, defineCommand, printLine } from "./command.ts";
import { readLoggedAnswers } from "./logged-answers.ts";

const SPEC = {
  name: "trace",
  usage: [["npm run trace -- ID [FILE…]", "shows what led to an answer in the question log"]],
  options: {},
  example: "npm run trace -- 8k2m4xq9 .state/questions.jsonl",
} as const;

/** No answer has this id. */
const EXIT_NOT_FOUND = 1;

export const trace = defineCommand(SPEC, async ({ positionals: [id, ...files] }, io) => {
  if (id === undefined) return complainAboutUsage(SPEC, io, "which answer? Write its id");
  const logged = await readLoggedAnswers(files, new Date(0), io);
  if (logged.kind === "no-question-log") return complain(io, logged.message);

  const found = logged.answers.find((answer) => answer.trace.id === id);
  if (!found) {
    complain(io, `${id} is not in ${logged.files.join(", ")}: it may have expired or be mistyped`);
    return EXIT_NOT_FOUND;
  }
  printLine(io.stdout, describeTrace(found));
  return 0;
});

/** Question, verdict and vote, then the passages found with their scores. */
function describeTrace({ trace: traced, rating }: RatedAnswer): string {
  const { question, language, shown, candidates } = traced;
  const sure = sureness(traced, ENGLISH_WORDING);
  const rows = candidates.map(({ passage, score }, at) => [
    String(at + 1),
    passage,
    score.toFixed(3),
  ]);
  const lines = [
    `question    ${jsonWithoutControls(question)} (${language})`,
    `answer      ${replyWords(replyName(traced), ENGLISH_WORDING)}`,
    ...(sure === undefined ? [] : [`how sure    ${sure}`]),
    `shown       ${shown.join(", ") || "nothing"}`,
    `vote        ${rating ?? "none"}`,
  ]
    .map(escapeControls)
    .join("\n");
  return rows.length === 0 ? lines : `${lines}\n\n${inColumns(["#", "passage", "score"], rows)}`;
}
