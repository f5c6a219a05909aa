import { stat } from "node:fs/promises";
import type { Vote } from "../feedback/vote.ts";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import { expireLines } from "./expire-lines.ts";
import { openLineWriter } from "./line-writer.ts";
import { formatEntry, type LogEntry, parseEntry, timeOf } from "./log-entry.ts";
import type { LogReader, LogStore } from "./log-store.ts";
import { readLines } from "./read-question-log.ts";

export type FileLogParts = {
  readonly file: string;
  readonly log: Log;
  /** Called when lines are lost and when writing works again. */
  readonly onDegraded?: ((isDegraded: boolean) => void) | undefined;
};

/** The question log as a file that several processes may append to. */
export function openFileLog({ file, log, onDegraded }: FileLogParts): LogStore {
  const lines = openLineWriter(file, log, onDegraded);
  const reader = readerOfFile(file);
  return {
    append: (entry) => lines.append(formatEntry(entry)),
    expire: (before) => lines.runBetweenWrites(() => expireFile(file, before, log)),
    settled: lines.settled,
    each: reader.each,
    version: reader.version,
    close: lines.settled,
  };
}

/** Removes old lines. Never throws. */
export async function expireFile(file: string, before: Date, log: Log): Promise<void> {
  try {
    await expireLines(file, (line) => {
      const at = timeOf(line);
      return at && at < before;
    });
  } catch (error) {
    log("cannot remove old lines from the question log for now", { error: describeError(error) });
  }
}

/** Only votes have this; in a question, its quotation marks are escaped. */
const VOTE_FIELD = '"judgement"';

/**
 * Reads the file twice, line by line: first the votes, then the answers that they are about. A file that is not
 * there has none.
 */
export function readerOfFile(file: string): LogReader {
  return {
    async each(since, take) {
      const votes = new Map<string, { readonly vote: Vote; readonly at: Date }>();
      const takeVote = (entry: LogEntry) => {
        if (entry.kind === "vote") votes.set(entry.vote.trace, entry);
      };
      await eachEntry(file, since, takeVote, VOTE_FIELD);
      const known = new Set<string>();
      await eachEntry(file, since, (entry) => {
        if (entry.kind === "vote" || known.has(entry.trace.id)) return;
        const { at, trace } = entry;
        known.add(trace.id);
        const voted = votes.get(trace.id);
        take({ at, trace, ...(voted && { rating: voted.vote.rating, votedAt: voted.at }) });
      });
    },
    version: () => versionOfFile(file),
  };
}

/** `having`: lines without it are passed over unread. Unreadable lines are left out. */
async function eachEntry(
  file: string,
  since: Date,
  take: (entry: LogEntry) => void,
  having = "",
): Promise<void> {
  await readLines(file, (text) => {
    if (!text.includes(having)) return;
    const read = parseEntry(text);
    if (read.kind === "entry" && read.entry.at >= since) take(read.entry);
  });
}

/** Changes with every line, and when another file takes its place. */
async function versionOfFile(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found ? [found.ino, found.size, found.mtimeMs].join("/") : "none";
}
