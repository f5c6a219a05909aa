/** Shows what readers asked in vain, or writes it as golden questions to be filled in. */
import { writeFileSync } from "node:fs";
import { escapeInLines, jsonWithoutControls } from "../text/escape-controls.ts";
import { gapsIn } from "../question-log/gaps.ts";
import { goldenDraft } from "../question-log/golden-draft.ts";
import type { Gap } from "../feedback/question-log.ts";
import { readGapsOptions, type GapsOptions } from "./gaps-options.ts";
import { gapsTable } from "./gaps-table.ts";
import { keptAnswers } from "./kept-answers.ts";

/** What the user typed, or where the question log is, has to be put right first. */
const EXIT_MISTAKE = 2;
/** As the question log: what people asked is for the operator's eyes only. */
const OWNER_ONLY = 0o600;
const DAY_MS = 24 * 60 * 60_000;

process.exitCode = await showGaps(readGapsOptions(process.argv.slice(2)));

async function showGaps(options: GapsOptions): Promise<number> {
  if (options.kind === "unclear") return complain(options.message);
  const { files, days, exportTo, asJson } = options;
  const since = days === undefined ? new Date(0) : new Date(Date.now() - days * DAY_MS);
  const kept = await keptAnswers(files, since);
  if (kept.kind === "no-question-log") return complain(kept.message);

  const gaps = gapsIn(kept.answers);
  if (exportTo !== undefined) return exportGaps(exportTo, gaps);
  if (asJson) for (const gap of gaps) console.log(jsonWithoutControls(gap));
  else console.log(gapsTable(gaps, kept.answers.length));
  return 0;
}

function exportGaps(file: string, gaps: readonly Gap[]): number {
  try {
    writeFileSync(file, goldenDraft(gaps), { flag: "wx", mode: OWNER_ONLY });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return complain(
      error.code === "EEXIST"
        ? `${file}: is there already, and may have been filled in: name a new file`
        : `${file}: cannot be written (${String(error.code)}): name a file that can be`,
    );
  }
  console.log(`${file}: ${gaps.length} questions to be filled in`);
  return 0;
}

function complain(message: string): number {
  console.error(escapeInLines(message));
  return EXIT_MISTAKE;
}
