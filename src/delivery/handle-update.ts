import { GrammyError, HttpError } from "grammy";
import { codeOf, describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { backoffMs, pause } from "./pause.ts";
import type { Origin } from "./update-origin.ts";

export type HandlingOptions = {
  readonly log: Log;
  /** How long one update may take before the next ones of its chat go on, in milliseconds. */
  readonly deadlineMs?: number;
  /** How long the answer waits for a Telegram that cannot be reached; for ever where none is given. */
  readonly patienceMs?: number;
  readonly signal: AbortSignal;
};

/** `done` for good, also where it failed for good; `left` to be fetched again. */
export type Handled = "done" | "left";

/** Before Telegram takes a webhook for dead, and before whoever stops the process kills it. */
const DEADLINE_MS = 8000;
/** A poisoned update would otherwise block its chat for a day. */
const MOST_TRIES_AFTER_UNCLEAR_FAILURES = 2;

/** Does the work on one update, again where that may help. Never throws. */
export async function handleUpdate(
  { updateId }: Origin,
  work: () => Promise<void>,
  { log, signal, deadlineMs = DEADLINE_MS, patienceMs = Number.POSITIVE_INFINITY }: HandlingOptions,
): Promise<Handled> {
  const began = performance.now();
  let triedSince = began;
  for (let tries = 1; ; tries += 1) {
    const failure = await withinTime(work, deadlineMs - (performance.now() - triedSince));
    if (failure === "late") {
      log("an update took too long and was left behind", { update: updateId });
      return "done";
    }
    if (failure === undefined) return "done";

    const reach = reachOf(failure);
    const error = describeError(failure);
    if (reach === "never-sent") {
      if (tries === 1) log("Telegram cannot be reached: the answer waits", { error });
      await pause(backoffMs(tries), signal);
      triedSince = performance.now();
      if (signal.aborted || triedSince - began > patienceMs) return "left";
    } else if (reach === "refused" || tries === MOST_TRIES_AFTER_UNCLEAR_FAILURES) {
      log("an update was given up", { update: updateId, error });
      return "done";
    }
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

const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/**
 * How far the call got: `never-sent` is repeated without a second answer, `unclear` may give the
 * reader one, and what Telegram `refused` it would refuse again.
 */
function reachOf(failure: unknown): "never-sent" | "unclear" | "refused" {
  if (failure instanceof GrammyError) return failure.error_code >= 500 ? "unclear" : "refused";
  if (!(failure instanceof HttpError)) return "refused";
  return NEVER_SENT.has(codeOf(failure.error) ?? "") ? "never-sent" : "unclear";
}
