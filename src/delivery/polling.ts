import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { describeError } from "./describe-error.ts";
import type { DoneUpdates } from "./done-updates.ts";
import { grammySignal } from "./grammy-signal.ts";
import { handleBatch } from "./handle-batch.ts";
import { persist, type GivenUp, type PersistOptions } from "./persist.ts";

export type PollingOptions = PersistOptions & {
  readonly bot: Bot;
  readonly done: DoneUpdates;
  readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  /** How long one update may take, in milliseconds. */
  readonly deadlineMs?: number;
};

const POLL_SECONDS = 30;
const DEADLINE_MS = 8000;
/** A Telegram that is away must not hold up the end; what is answered is known from the disk as well. */
const LAST_CALL_MS = 1000;

/**
 * Takes updates batch by batch; fetching the next batch acknowledges the one before, which is answered
 * by then. So none is lost, whenever the process is killed. Ends when the signal is aborted and what is
 * under way is answered, or when Telegram refuses the bot for good.
 */
export async function pollUpdates(options: PollingOptions): Promise<"stopped" | GivenUp> {
  const { bot, done, log, signal, deadlineMs = DEADLINE_MS } = options;
  // While a webhook is set, Telegram refuses polling.
  const ready = await persist(() => bot.api.deleteWebhook({}, grammySignal(signal)), options);
  if (ready.kind !== "value") return ready.kind;
  log("answering", { bot: `@${bot.botInfo.username}` });

  let offset: number | undefined;
  for (;;) {
    const fetched = await persist(() => fetchUpdates(offset, options), options);
    if (fetched.kind === "value") {
      // After an empty batch all is acknowledged, and after a quiet week the next id may be a lower one.
      offset = await handleBatch(fetched.value, { bot, done, log, signal, deadlineMs });
      if (!signal.aborted) continue;
    }
    if (signal.aborted) await acknowledge(offset, options);
    return fetched.kind === "value" ? "stopped" : fetched.kind;
  }
}

function fetchUpdates(
  offset: number | undefined,
  { bot, allowedUpdates, signal }: PollingOptions,
): Promise<Update[]> {
  return bot.api.getUpdates(
    {
      ...(offset !== undefined && { offset }),
      timeout: POLL_SECONDS,
      allowed_updates: allowedUpdates,
    },
    grammySignal(signal),
  );
}

/** Without it the last batch would be handed out again after the restart. */
async function acknowledge(
  offset: number | undefined,
  { bot, log }: PollingOptions,
): Promise<void> {
  if (offset === undefined) return;
  try {
    const signal = grammySignal(AbortSignal.timeout(LAST_CALL_MS));
    await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, signal);
  } catch (error) {
    log("the last updates stay unacknowledged", { error: describeError(error) });
  }
}
