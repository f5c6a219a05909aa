import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { parseUpdates } from "../transport/response-schemas.ts";

import { type DeliverOptions, deliverUpdate } from "../deliver-update.ts";
import { describeCallError } from "../transport/describe-call-error.ts";
import { grammySignal } from "../transport/grammy-signal.ts";
import { openLanes } from "../lanes.ts";
import {
  countConflicts,
  type FatalRefusal,
  type RetryOptions,
  untilReachable,
} from "../transport/until-reachable.ts";
import { pause } from "../pause.ts";
import { laneOf, takeUpdate } from "../update-origin.ts";
import { openWindow, type UpdateWindow } from "./update-window.ts";

export type PollingOptions = RetryOptions &
  Omit<DeliverOptions, "isRateLimited"> & {
    readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  };

const POLL_SECONDS = 30;
/** As many as Telegram gives: while it does so from the start, the bot has been away. */
const MOST_A_FETCH = 100;
/** While this part of what came last is still under way, the next are fetched, so that nobody waits. */
const LAST_PART = 0.25;
/** Those that take longer are not waited for: what came after them is fetched as well. */
const SLOW_MS = 200;
/**
 * A Telegram that is away must not hold up the end; what is answered is known from the disk as well. Calls
 * under way may have taken eight seconds before, and at nine the process ends at once.
 */
const LAST_CALL_MS = 500;
/** How often it is looked whether there is room for what the bot owes. */
const FULL_MS = 500;

/**
 * Takes updates batch by batch. A fetch acknowledges what is done and nothing else, so none is lost,
 * whenever the process is killed. Ends when the signal is aborted and what is under way is answered,
 * or when Telegram refuses the bot for good.
 */
export async function pollUpdates(given: PollingOptions): Promise<"stopped" | FatalRefusal> {
  // Successful polls in between do not end a fight with another instance.
  const options = { conflicts: countConflicts(), ...given };
  const { bot, log, signal } = options;
  // While a webhook is set, Telegram refuses polling.
  const ready = await untilReachable(
    () => bot.api.deleteWebhook({}, grammySignal(signal)),
    options,
  );
  if (ready.kind !== "value") return ready.kind;
  log("answering", { bot: `@${bot.botInfo.username}` });

  const window = openWindow();
  const deliver = deliverInOrder(options);
  let isBehind = true;
  options.outbox.start(signal);
  for (;;) {
    // What Telegram cannot take now stays with Telegram.
    while (options.outbox.isFull() && !signal.aborted) await pause(FULL_MS, signal);
    const fetched = await untilReachable(() => fetchUpdates(window, options), options);
    if (fetched.kind === "value") {
      const isRateLimited = !isBehind;
      const slow = window.underWay();
      const taken = window.take(fetched.value, (update) => deliver(update, { isRateLimited }));
      isBehind &&= fetched.value.length === MOST_A_FETCH;
      // Where nothing was new, there is no hurry: the next fetch would bring the same.
      await window.settled(taken === 0 ? 0 : slow + Math.floor(taken * LAST_PART), SLOW_MS);
      if (!signal.aborted) continue;
    }
    await window.settled(0);
    await options.outbox.stop();
    if (signal.aborted) await acknowledge(window.offset(), options);
    return fetched.kind === "value" ? "stopped" : fetched.kind;
  }
}

/** Those of one chat one after the other, many chats at once. */
function deliverInOrder(options: PollingOptions) {
  const lanes = openLanes();
  return (update: Update, pacing: Pick<DeliverOptions, "isRateLimited">) => {
    const taken = takeUpdate(update, options.bot);
    return lanes(laneOf(taken.origin), () => deliverUpdate(taken, { ...options, ...pacing }));
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
      limit: MOST_A_FETCH,
      timeout: window.underWay() === 0 ? POLL_SECONDS : 0,
      allowed_updates: allowedUpdates,
    },
    grammySignal(signal),
  );
  return parseUpdates(answer, MOST_A_FETCH);
}

/** Without it what is done would be handed out again after the restart. */
async function acknowledge(
  offset: number | undefined,
  { bot, log }: { readonly bot: Bot } & RetryOptions,
): Promise<void> {
  if (offset === undefined) return;
  try {
    const signal = grammySignal(AbortSignal.timeout(LAST_CALL_MS));
    await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, signal);
  } catch (error) {
    log("the last updates stay unacknowledged", { error: describeCallError(error) });
  }
}
