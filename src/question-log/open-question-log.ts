import type { Database } from "../database/database.ts";
import type { Log } from "../logging/log.ts";
import type { RatedAnswer } from "../feedback/vote.ts";
import type { QuestionLog } from "../feedback/question-log.ts";
import { openDatabaseLog } from "./database-log.ts";
import { openFileLog } from "./file-log.ts";
import { gapsIn } from "./gaps.ts";
import { followLog } from "./follow-log.ts";
import type { LogSummary } from "./summarize-log.ts";

export type QuestionLogOptions = {
  readonly file: string;
  /** Has the questions of all replicas; the file then has what it does not take yet. */
  readonly database?: Pick<Database, "run"> | undefined;
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

/** Logs questions and votes: to a file that several processes may share, or to the database. */
export function openQuestionLog({
  file,
  database,
  days,
  log,
  now,
  onDegraded,
}: QuestionLogOptions): OpenQuestionLog {
  const parts = { file, log, onDegraded };
  const store = database ? openDatabaseLog({ ...parts, database }) : openFileLog(parts);
  const expire = () => store.expire(new Date(now().getTime() - days * DAY_MS));

  async function answers(): Promise<readonly RatedAnswer[]> {
    const found: RatedAnswer[] = [];
    try {
      await store.settled();
      await store.each(new Date(0), ({ trace, rating }) => {
        found.push({ trace, ...(rating !== undefined && { rating }) });
      });
    } catch {
      // A database that is away says so itself.
    }
    return found;
  }
  expire();
  const timer = setInterval(expire, EXPIRE_EVERY_MS).unref();

  return {
    questionLog: {
      days,
      recordAnswer: (trace) => store.append({ kind: "answer", at: now(), trace }),
      recordVote: (vote) => store.append({ kind: "vote", at: now(), vote }),
      answers,
      gaps: async () => gapsIn(await answers(), MAX_ANSWERS_GROUPED),
    },
    summary: followLog(store, { settled: store.settled, now }),
    close: async () => {
      clearInterval(timer);
      await store.close();
    },
  };
}
