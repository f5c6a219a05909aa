import { join } from "node:path";
import { readRegularFile, replaceFile } from "../../files/regular-file.ts";
import { codeOf } from "../../logging/describe-error.ts";

/** What stands in the journal for somebody who is forgotten. */
const SOMEBODY = "somebody";
/** A running desk may add a line while the journal is rewritten, which is noticed. */
const MAX_TRIES = 5;

/** Takes an editor's id out of the desk's journal, and leaves what was done. Returns in how many lines it was. */
export function forgetEditor(folder: string, id: number): number {
  const file = join(folder, "journal.jsonl");
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const text = textOf(file);
    const lines = text.split("\n");
    const changed = lines.map((line) => withoutEditor(line, String(id)));
    const found = changed.filter((line, at) => line !== lines[at]).length;
    if (found === 0) return 0;
    if (textOf(file) !== text) continue;
    replaceFile(file, changed.join("\n"));
    return found;
  }
  throw new Error(`${file} is being written all the time`);
}

function withoutEditor(line: string, id: string): string {
  const entry = parse(line);
  const isTheirs = typeof entry === "object" && entry !== null && "by" in entry && entry.by === id;
  return isTheirs ? JSON.stringify({ ...entry, by: SOMEBODY }) : line;
}

function textOf(file: string): string {
  try {
    return readRegularFile(file).toString("utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return "";
    throw error;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
