import { describeCallError } from "./transport/describe-call-error.ts";
import type { Log } from "../logging/log.ts";
import type { Origin } from "./update-origin.ts";

export type HandlingOptions = {
  readonly log: Log;
  /** How long one update may take before the next ones of its chat go on, in milliseconds. */
  readonly deadlineMs?: number;
  readonly signal: AbortSignal;
};

/** `done` for good, also where it failed for good; `left` to be fetched again. */
export type Handled = "done" | "left";

/** A second longer than all calls of an update together: past that a handler is stuck. */
const DEADLINE_MS = 9000;

/**
 * Does the work on one update. What it fails with, a bug or a refusal of Telegram's, it would fail with
 * again: a poisoned update would otherwise block its chat for a day. Never throws.
 */
export async function handleUpdate(
  { updateId }: Origin,
  work: () => Promise<void>,
  { log, deadlineMs = DEADLINE_MS }: HandlingOptions,
): Promise<void> {
  const failure = await withinTime(work, deadlineMs);
  if (failure === "late") {
    log("an update took too long and was left behind", { update: updateId });
  } else if (failure !== undefined) {
    log("an update was given up", { update: updateId, error: describeCallError(failure) });
  }
}

/** What the work failed with, `late` where it has not ended in time, or nothing. */
function withinTime(work: () => Promise<void>, deadlineMs: number): Promise<unknown> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => resolve("late"), deadlineMs).unref();
    const end = (failure?: unknown) => {
      clearTimeout(deadline);
      resolve(failure);
    };
    work().then(() => end(), end);
  });
}
