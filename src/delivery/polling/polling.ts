import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { type DeliverOptions, deliverUpdate } from "../deliver-update.ts";
import { queueKeyOf, readIncomingUpdate } from "../incoming-update.ts";
import { openKeyedQueue } from "../keyed-queue.ts";
import { pause } from "../pause.ts";
import { describeCallError } from "../transport/describe-call-error.ts";
import { grammySignal } from "../transport/grammy-signal.ts";
import { parseUpdates } from "../transport/response-schemas.ts";
import {
  countConflicts,
  type FatalRefusal,
  type RetryOptions,
  untilReachable,
} from "../transport/until-reachable.ts";
import { openUpdateWindow, type UpdateWindow } from "./update-window.ts";

export type PollingOptions = RetryOptions &
  Omit<DeliverOptions, "isRateLimited"> & {
    readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  };

const POLL_SECONDS = 30;
/** Telegram's maximum. Full batches from the start mean that the bot has been away. */
const MAX_PER_FETCH = 100;
/** The next fetch starts while this share of the last batch is still in progress, so that nobody waits. */
const LAST_SHARE = 0.25;
/** Updates that take longer do not hold up the next fetch. */
const SLOW_MS = 200;
/**
 * An unreachable Telegram must not delay the shutdown; processed updates are also on disk. Calls in progress
 * may have taken eight seconds by then, and after nine the process is ended.
 */
const LAST_CALL_MS = 500;
/** How often to check whether a full outbox has room again. */
const OUTBOX_FULL_MS = 500;

/**
 * Receives updates in batches. A fetch acknowledges exactly what is done, so nothing is lost if the process
 * is killed at any moment. Ends once the signal is aborted and the updates in progress are answered, or when Telegram
 * refuses the bot for good.
 */
export async function pollUpdates(given: PollingOptions): Promise<"stopped" | FatalRefusal> {
  // One count for all polls: a successful one does not end a conflict with another instance.
  const options = { conflicts: countConflicts(), ...given };
  const { bot, log, signal } = options;
  // Telegram refuses polling while a webhook is set.
  const ready = await untilReachable(
    () => bot.api.deleteWebhook({}, grammySignal(signal)),
    options,
  );
  if (ready.kind !== "value") return ready.kind;
  log("answering", { bot: `@${bot.botInfo.username}` });

  const window = openUpdateWindow();
  const deliver = deliverInOrder(options);
  let isBehind = true;
  options.outbox.start(signal);
  for (;;) {
    // While the outbox is full, updates stay at Telegram.
    while (options.outbox.isFull() && !signal.aborted) await pause(OUTBOX_FULL_MS, signal);
    const fetched = await untilReachable(() => fetchUpdates(window, options), options);
    if (fetched.kind === "value") {
      const isRateLimited = !isBehind;
      const slow = window.inProgress();
      const fresh = window.add(fetched.value, (update) => deliver(update, { isRateLimited }));
      isBehind &&= fetched.value.length === MAX_PER_FETCH;
      // If nothing was new, the next fetch would return the same updates, so it waits for all of them.
      await window.settled(fresh === 0 ? 0 : slow + Math.floor(fresh * LAST_SHARE), SLOW_MS);
      if (!signal.aborted) continue;
    }
    await window.settled(0);
    await options.outbox.stop();
    if (signal.aborted) await acknowledge(window.offset(), options);
    return fetched.kind === "value" ? "stopped" : fetched.kind;
  }
}

/** Updates of one chat in order, those of different chats concurrently. */
function deliverInOrder(options: PollingOptions) {
  const enqueue = openKeyedQueue();
  return (update: Update, limiting: Pick<DeliverOptions, "isRateLimited">) => {
    const incoming = readIncomingUpdate(update, options.bot);
    return enqueue(queueKeyOf(incoming.ids), () =>
      deliverUpdate(incoming, { ...options, ...limiting }),
    );
  };
}

async function fetchUpdates(
  window: UpdateWindow,
  { bot, allowedUpdates, signal }: PollingOptions,
): Promise<readonly Update[]> {
  const offset = window.offset();
  const answer = await bot.api.getUpdates(
    {
      ...(offset !== undefined && { offset }),
      limit: MAX_PER_FETCH,
      timeout: window.inProgress() === 0 ? POLL_SECONDS : 0,
      allowed_updates: allowedUpdates,
    },
    grammySignal(signal),
  );
  return parseUpdates(answer, MAX_PER_FETCH);
}

/** Otherwise Telegram would send finished updates again after a restart. */
async function acknowledge(
  offset: number | undefined,
  { bot, log }: { readonly bot: Bot } & RetryOptions,
): Promise<void> {
  if (offset === undefined) return;
  try {
    const signal = grammySignal(AbortSignal.timeout(LAST_CALL_MS));
    await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, signal);
  } catch (error) {
    log("the last updates could not be acknowledged", { error: describeCallError(error) });
  }
}
