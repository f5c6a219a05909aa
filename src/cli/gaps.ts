import { writeFileSync } from "node:fs";
import type { Gap } from "../feedback/question-log.ts";
import { gapsIn } from "../question-log/gaps.ts";
import { goldenDraft } from "../question-log/golden-draft.ts";
import { escapeControls, jsonWithoutControls } from "../text/escape-controls.ts";
import { inColumns } from "./columns.ts";
import {
  complain,
  complainAboutUsage,
  defineCommand,
  printLine,
  type CommandIo,
} from "./command.ts";
import { readLoggedAnswers } from "./logged-answers.ts";
import { describeWrongPerson, passagesOfWrongPerson, type WrongPerson } from "./wrong-person.ts";

const SPEC = {
  name: "gaps",
  usage: [["npm run gaps -- [FILE…]", "what readers asked without getting a good answer"]],
  options: {
    days: { type: "string", value: "N", about: "only questions of the last N days" },
    export: {
      type: "string",
      value: "FILE",
      about: "writes them as golden questions for you to fill in the answers",
    },
    content: {
      type: "string",
      value: "DIR",
      default: "content",
      about: "the folder of articles, to tell where readers saw the wrong person",
    },
    json: { type: "boolean", about: "prints one JSON object per group instead of the table" },
  },
  example: "npm run gaps -- --days 7 .state/questions.jsonl",
} as const;

const DAYS = /^[1-9]\d{0,4}$/u;
const DAY_MS = 24 * 60 * 60_000;
/** Like the question log: only the operator may read what people asked. */
const OWNER_ONLY = 0o600;

/** Questions of the log that were not answered, or not well. */
export const gaps = defineCommand(SPEC, async ({ values, positionals: files }, io) => {
  const { days } = values;
  if (days !== undefined && !DAYS.test(days)) {
    return complainAboutUsage(SPEC, io, "--days takes a number of days");
  }
  const since = days === undefined ? new Date(0) : new Date(Date.now() - Number(days) * DAY_MS);
  const logged = await readLoggedAnswers(files, since, io);
  if (logged.kind === "no-question-log") return complain(io, logged.message);

  const found = gapsIn(logged.answers);
  if (values.export !== undefined) return exportGaps(values.export, found, io);
  const votedOn = (traces: ReadonlySet<string>) =>
    passagesOfWrongPerson(
      logged.answers.filter(({ trace }) => traces.has(trace.id)),
      values.content,
    );
  if (values.json === true) {
    for (const gap of found) {
      const wrongPerson = votedOn(new Set(gap.traces));
      const record = { ...gap, ...(wrongPerson.length > 0 && { wrongPerson }) };
      printLine(io.stdout, jsonWithoutControls(record));
    }
    return 0;
  }
  printLine(io.stdout, gapsTable(found, logged.answers.length));
  const wrongPerson = votedOn(new Set(found.flatMap(({ traces }) => traces)));
  if (wrongPerson.length > 0) printLine(io.stdout, wrongPersonList(wrongPerson));
  return 0;
});

function exportGaps(file: string, found: readonly Gap[], io: CommandIo): number {
  try {
    writeFileSync(file, goldenDraft(found), { flag: "wx", mode: OWNER_ONLY });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return complain(
      io,
      error.code === "EEXIST"
        ? `${file}: already exists and may have been filled in: name a new file`
        : `${file}: cannot be written (${String(error.code)}): name a writable file`,
    );
  }
  printLine(io.stdout, `${file}: ${found.length} questions to fill in`);
  return 0;
}

/** Groups by size, each with its most frequent wording; (+2) counts the other wordings. */
function gapsTable(found: readonly Gap[], answers: number): string {
  if (found.length === 0) return `no gaps: none of ${answers} answers was missing or voted down`;

  const asked = found.reduce((sum, gap) => sum + gap.asked, 0);
  const head = ["asked", "unanswered", "unsure", "voted down", "wants", "article", "question"];
  const rows = found.map((gap) => [
    String(gap.asked),
    String(gap.unanswered),
    String(gap.unsure),
    String(votedDown(gap)),
    gap.wants,
    gap.article ?? "",
    `${gap.question}${gap.wordings.length > 0 ? ` (+${gap.wordings.length})` : ""}`,
  ]);
  return `${inColumns(head, rows)}\n\n${asked} of ${answers} answers, in ${found.length} groups`;
}

function wrongPersonList(passages: readonly WrongPerson[]): string {
  return ["", "wrong person, say readers; review who says it:"]
    .concat(passages.map((one) => escapeControls(describeWrongPerson(one))))
    .join("\n");
}

function votedDown({ votes }: Gap): number {
  const all = Object.values(votes).reduce((sum, count) => sum + count, 0);
  return all - (votes.good ?? 0);
}
