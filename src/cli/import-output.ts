import { escapeInLines, jsonWithoutControls } from "../text/escape-controls.ts";
import { articleRecord } from "./article-record.ts";
import { printLine, type CommandIo } from "./command.ts";
import type { SourceOutcome } from "../import/into-folder/import-source.ts";
import { importSummary } from "./import-summary.ts";
import { readLoggedAnswers } from "./logged-answers.ts";
import { describeWrongPerson, passagesOfWrongPerson } from "./wrong-person.ts";

/** Prints what became of a source. `isDry`: nothing was written. */
type Print = (outcome: SourceOutcome, isDry: boolean, io: CommandIo) => void;

/** Prints what an editor wants to know, with what readers have said of a file's speakers. */
export async function summaryPrinter(folder: string, io: CommandIo): Promise<Print> {
  const votedOn = await wrongPersonVotes(folder, io);
  return (outcome, isDry, { stdout, stderr }) => {
    if (outcome.kind === "failed") {
      const { source, why } = outcome;
      // Mistakes in Markdown name their file and line.
      const isNamed = source === "" || why.startsWith(`${source}:`);
      printLine(stderr, escapeInLines(isNamed ? why : `${source}: ${why}`));
      return;
    }
    printLine(stdout, escapeInLines(importSummary(outcome, isDry)));
    for (const line of votedOn(outcome.file)) printLine(stdout, escapeInLines(line));
  };
}

/** What readers said of a file's speakers, for an editor to review. */
type VotedOn = (file: string) => readonly string[];

/** Without a question log, nobody has said anything. */
async function wrongPersonVotes(folder: string, io: CommandIo): Promise<VotedOn> {
  const logged = await readLoggedAnswers([], new Date(0), io);
  if (logged.kind === "no-question-log") return () => [];
  return (file) => {
    const open = passagesOfWrongPerson(logged.answers, folder).filter(
      (passage) => passage.file === file && passage.isOpen,
    );
    return open.length === 0 ? [] : [WRONG_PERSON, ...open.map(describeWrongPerson)];
  };
}

const WRONG_PERSON = "  wrong person, say readers; review who says it:";

/** Prints a line of JSON. */
export const printRecord: Print = (outcome, isDry, { stdout }) => {
  const { source } = outcome;
  if (outcome.kind === "failed") {
    printLine(stdout, jsonWithoutControls({ from: source, error: outcome.why }));
    return;
  }
  const { file, filed, changes = [], remarks, review } = outcome;
  printLine(
    stdout,
    jsonWithoutControls({
      from: source,
      file: isDry ? null : file,
      ...articleRecord(filed),
      changes,
      remarks,
      review,
    }),
  );
};
