import { createReadStream } from "node:fs";
import type { Diagnostic } from "../article/diagnostic.ts";
import type { RatedAnswer } from "../feedback/vote.ts";
import { codeOf } from "../logging/describe-error.ts";
import { obstacleAt } from "../files/regular-file.ts";
import { splitLines } from "../text/split-lines.ts";
import { parseEntry, type LogEntry } from "./log-entry.ts";

export type QuestionLogContents =
  | {
      readonly kind: "read";
      readonly entries: readonly LogEntry[];
      /** About lines that could not be read; they are left out of the entries. */
      readonly diagnostics: readonly Diagnostic[];
    }
  /** `code`: an error code, or what is there instead of a file. */
  | { readonly kind: "no-file"; readonly code: string };

/** A pipe may never get a line, a device may never end. */
const ENDLESS = new Set(["a pipe", "a device"]);

/** Reads the entries since a date, line by line so that the bot can answer meanwhile. */
export async function readQuestionLog(file: string, since: Date): Promise<QuestionLogContents> {
  const entries: LogEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  const code = await readLines(file, (text, line) => {
    if (text.trim() === "") return;
    const read = parseEntry(text);
    if (read.kind === "unreadable") diagnostics.push({ file, line, message: read.why });
    else if (read.entry.at >= since) entries.push(read.entry);
  });
  return code === undefined ? { kind: "read", entries, diagnostics } : { kind: "no-file", code };
}

/** Hands over each line with its number. Returns why there is no such file, as a code, if so. */
export async function readLines(
  file: string,
  take: (text: string, line: number) => void,
): Promise<string | undefined> {
  let line = 0;
  try {
    const obstacle = obstacleAt(file);
    if (obstacle !== undefined && ENDLESS.has(obstacle)) return obstacle;
    for await (const lines of splitLines(createReadStream(file, "utf8"))) {
      for (const text of lines) {
        line += 1;
        take(text, line);
      }
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return code;
  }
  return undefined;
}

/** Each answer once, in order, with its latest vote. */
export function answersWithVotes(entries: readonly LogEntry[]): RatedAnswer[] {
  const answers = new Map<string, RatedAnswer>();
  for (const entry of entries) {
    if (entry.kind === "answer" && !answers.has(entry.trace.id)) {
      answers.set(entry.trace.id, { trace: entry.trace });
    }
  }
  for (const entry of entries) {
    // The answer may have expired; a vote alone says nothing.
    const answer = entry.kind === "vote" && answers.get(entry.vote.trace);
    if (answer) answers.set(answer.trace.id, { ...answer, rating: entry.vote.rating });
  }
  return [...answers.values()];
}
