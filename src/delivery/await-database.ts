import { LRUCache } from "lru-cache";
import type { DatabaseProblem } from "../database/database-problem.ts";
import type { Log } from "../logging/log.ts";
import type { UpdateIds } from "./incoming-update.ts";
import { backoffMs, pause } from "./pause.ts";
import type { UpdateOutcome } from "./run-handler.ts";

/** Handles an update, again and again as long as the database keeps it from being handled. */
export type AwaitDatabase = (
  ids: UpdateIds,
  work: {
    readonly run: () => Promise<DatabaseProblem | undefined>;
    readonly onPause: () => void;
    /** Resolves when it may run again. */
    readonly onResume: () => Promise<void>;
  },
) => Promise<UpdateOutcome>;

export type DatabaseWaitParts = {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly timerMs: (ms: number) => number;
  /** How long at a time, before the update is left to Telegram, which sends it again. */
  readonly holdMs: number;
};

/** As long as answers are owed: later, nobody waits for one. */
const OWED_MS = 10 * 60_000;
/** Recovering databases have enough to do, but readers should not wait much longer than it. */
const MAX_PAUSE_MS = 8000;
/** Updates that Telegram sends again, or that another replica gets then. */
const REMEMBERED = 10_000;

/**
 * Others go on meanwhile, except those of the same chat, which are answered in order. An update that the database never
 * lets pass would block its chat for good, so it is given up after ten minutes.
 */
export function openDatabaseWait(parts: DatabaseWaitParts): AwaitDatabase {
  const { log, signal, now, timerMs, holdMs } = parts;
  const failedSince = new LRUCache<number, number>({ max: REMEMBERED });

  return async ({ updateId }, { run, onPause, onResume }) => {
    const began = now();
    for (let failures = 1; ; failures += 1) {
      const problem = await run();
      const since = failedSince.get(updateId) ?? now();
      failedSince.delete(updateId);
      if (!problem) return "done";
      if (now() - since >= OWED_MS) {
        log("an update was given up after ten minutes", { update: updateId, error: problem.what });
        return "done";
      }
      failedSince.set(updateId, since);
      onPause();
      const pauseMs = Math.min(backoffMs(failures), MAX_PAUSE_MS);
      if (now() - began + pauseMs > holdMs) return "left";
      await pause(timerMs(pauseMs), signal);
      if (signal.aborted) return "left";
      await onResume();
      if (!signal.aborted) continue;
      onPause();
      return "left";
    }
  };
}
