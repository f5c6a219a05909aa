import { DatabaseFailure, type DatabaseProblem } from "../database/database-problem.ts";
import type { Log } from "../logging/log.ts";
import { describeCallError } from "./transport/describe-call-error.ts";
import type { UpdateIds } from "./incoming-update.ts";

export type HandlerOptions = {
  readonly log: Log;
  /** How long an update may hold up the next one of its chat, in milliseconds. */
  readonly deadlineMs?: number;
  readonly signal: AbortSignal;
};

/** `done` even if it failed for good; `left` means that Telegram has to send it again. */
export type UpdateOutcome = "done" | "left";

/** One second longer than all calls of an update may take together: after that the handler is stuck. */
const DEADLINE_MS = 9000;

/**
 * Runs the handler of one update. A failure, whether a bug or a refusal by Telegram, would only happen again
 * and block the chat for a day, so it is logged and the update counts as handled. Only what keeps the database from its
 * work passes, and is returned. Never throws.
 */
export async function runHandler(
  { updateId }: UpdateIds,
  handler: () => Promise<void>,
  { log, deadlineMs = DEADLINE_MS }: HandlerOptions,
): Promise<DatabaseProblem | undefined> {
  const failure = await withinTime(handler, deadlineMs);
  if (failure instanceof DatabaseFailure && failure.problem.kind !== "fault")
    return failure.problem;
  if (failure === "late") {
    log("an update took too long and was abandoned", { update: updateId });
  } else if (failure !== undefined) {
    log("an update was given up", { update: updateId, error: describeCallError(failure) });
  }
  return undefined;
}

/** Resolves with the error, with `late` once the deadline passes, or with nothing. */
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
