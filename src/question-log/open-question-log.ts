import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import type { RatedAnswer } from "../feedback/vote.ts";
import type { QuestionLog } from "../feedback/question-log.ts";
import { expireLines } from "./expire-lines.ts";
import { gapsIn } from "./gaps.ts";
import { timeOf, formatEntry, type LogEntry } from "./log-entry.ts";
import { openLineWriter } from "./line-writer.ts";
import { followLog } from "./follow-log.ts";
import { answersWithVotes, readQuestionLog } from "./read-question-log.ts";
import type { LogSummary } from "./summarize-log.ts";

export type QuestionLogOptions = {
  readonly file: string;
  /** How long a line is kept. */
  readonly days: number;
  readonly log: Log;
  readonly now: () => Date;
  /** Called when lines are lost and when writing works again. */
  readonly onDegraded?: (isDegraded: boolean) => void;
};

export type OpenQuestionLog = {
  readonly questionLog: QuestionLog;
  /** What the desk shows of it. */
  readonly summary: () => Promise<LogSummary>;
  /** Waits until all lines are written. */
  readonly close: () => Promise<void>;
};

/** Few enough to group without a noticeable pause for readers. */
const MAX_ANSWERS_GROUPED = 1000;
const DAY_MS = 24 * 60 * 60_000;
/** Often enough that nothing is kept much longer than /privacy says. */
const EXPIRE_EVERY_MS = 60 * 60_000;

/** Logs questions and votes, one JSON line each, to a file that several processes may share. */
export function openQuestionLog({
  file,
  days,
  log,
  now,
  onDegraded,
}: QuestionLogOptions): OpenQuestionLog {
  const lines = openLineWriter(file, log, onDegraded);
  const keep = (entry: LogEntry) => lines.append(formatEntry(entry));

  function expire(): void {
    const oldest = now().getTime() - days * DAY_MS;
    lines.runBetweenWrites(async () => {
      try {
        await expireLines(file, (line) => isBefore(timeOf(line), oldest));
      } catch (error) {
        log("cannot remove old lines from the question log for now", {
          error: describeError(error),
        });
      }
    });
  }
  async function answers(): Promise<readonly RatedAnswer[]> {
    await lines.settled();
    const read = await readQuestionLog(file, new Date(0));
    return read.kind === "read" ? answersWithVotes(read.entries) : [];
  }
  const summary = followLog(file, { settled: lines.settled, now });
  expire();
  const timer = setInterval(expire, EXPIRE_EVERY_MS).unref();

  return {
    questionLog: {
      days,
      recordAnswer: (trace) => keep({ kind: "answer", at: now(), trace }),
      recordVote: (vote) => keep({ kind: "vote", at: now(), vote }),
      answers,
      gaps: async () => gapsIn(await answers(), MAX_ANSWERS_GROUPED),
    },
    summary,
    close: async () => {
      clearInterval(timer);
      await lines.settled();
    },
  };
}

function isBefore(at: Date | undefined, oldest: number): boolean | undefined {
  return at && at.getTime() < oldest;
}
