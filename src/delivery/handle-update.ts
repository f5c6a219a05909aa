import { setTimeout as sleep } from "node:timers/promises";
import { BotError, GrammyError, HttpError, type Bot } from "grammy";
import type { Update } from "grammy/types";
import { codeOf, describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { backoffMs, pause } from "./pause.ts";

export type HandlingOptions = {
  readonly bot: Bot;
  readonly log: Log;
  /** How long one update may take before the next ones of its chat go on, in milliseconds. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
};

/** `done` for good, also where it failed for good; `left` to be fetched again. */
export type Handled = "done" | "left";

/** A poisoned update would otherwise block its chat for a day. */
const MOST_TRIES_AFTER_UNCLEAR_FAILURES = 2;

/** Lets the bot answer one update. Never throws. */
export async function handleUpdate(update: Update, options: HandlingOptions): Promise<Handled> {
  const { log, signal } = options;
  for (let tries = 1; ; tries += 1) {
    const failure = await attempt(update, options);
    if (failure === undefined) return "done";

    const reach = reachOf(failure);
    const error = describeError(failure);
    if (reach === "never-sent") {
      if (tries === 1) log("Telegram cannot be reached: the answer waits", { error });
      await pause(backoffMs(tries), signal);
      if (signal.aborted) return "left";
    } else if (reach === "refused" || tries === MOST_TRIES_AFTER_UNCLEAR_FAILURES) {
      log("an update was given up", { update: update.update_id, error });
      return "done";
    }
  }
}

async function attempt(update: Update, options: HandlingOptions): Promise<unknown> {
  const { bot, deadlineMs, log } = options;
  const isOver = new AbortController();
  const handling = bot.handleUpdate(update).then(
    () => undefined,
    (error: unknown) => error,
  );
  const deadline = sleep(deadlineMs, "late" as const, { signal: isOver.signal, ref: false }).catch(
    () => undefined,
  );
  const outcome = await Promise.race([handling, deadline]);
  isOver.abort();
  if (outcome !== "late") return outcome;
  log("an update took too long and was left behind", { update: update.update_id });
  return undefined;
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
  const cause = failure instanceof BotError ? failure.error : failure;
  if (cause instanceof GrammyError) return cause.error_code >= 500 ? "unclear" : "refused";
  if (!(cause instanceof HttpError)) return "refused";
  return NEVER_SENT.has(codeOf(cause.error) ?? "") ? "never-sent" : "unclear";
}
