import { createReadStream } from "node:fs";
import type { Mistake } from "../article/diagnostic.ts";
import { codeOf } from "../logging/describe-error.ts";
import { obstacleAt } from "../files/regular-file.ts";
import { linesIn } from "./lines-in.ts";
import { readEntry, type JournalEntry } from "./journal-line.ts";

export type JournalRead =
  | {
      readonly kind: "read";
      readonly entries: readonly JournalEntry[];
      /** Lines that could not be read, and were left out. */
      readonly mistakes: readonly Mistake[];
    }
  /** With an error's code, or what is there instead. */
  | { readonly kind: "no-file"; readonly code: string };

/** A pipe may be waited for in vain, a device may never end. */
const ENDLESS = new Set(["a pipe", "a device"]);

/** Reads the entries written since then; line by line, so that a bot goes on answering meanwhile. */
export async function readJournal(file: string, since: Date): Promise<JournalRead> {
  const entries: JournalEntry[] = [];
  const mistakes: Mistake[] = [];
  let line = 0;
  try {
    const obstacle = obstacleAt(file);
    if (obstacle !== undefined && ENDLESS.has(obstacle)) return { kind: "no-file", code: obstacle };
    for await (const text of linesIn(createReadStream(file, "utf8"))) {
      line += 1;
      if (text.trim() === "") continue;
      const read = readEntry(text);
      if (read.kind === "unreadable") mistakes.push({ file, line, message: read.why });
      else if (read.entry.at >= since) entries.push(read.entry);
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return { kind: "no-file", code };
  }
  return { kind: "read", entries, mistakes };
}
