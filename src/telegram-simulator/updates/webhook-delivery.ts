import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "@grammyjs/types";
import type { PostOutcome } from "./post-update.ts";
import type { UpdateQueue } from "./update-queue.ts";

export type WebhookDeliveryParts = {
  readonly updates: UpdateQueue;
  readonly maxConnections: number;
  /** How long one second of retry delay takes; shorter in tests. */
  readonly retrySecondMs: number;
  /** Posts an update; never throws. */
  readonly post: (update: Update) => Promise<PostOutcome>;
};

const FIRST_DELAY_S = 1;
/** Telegram picks a limit between one and two minutes each time. */
const LONGEST_DELAY_S = 60;

/** Posts pending updates until stopped: one after another in each lane, lanes in parallel. */
export function startDelivery(parts: WebhookDeliveryParts): () => void {
  const takenLanes = new Set<string>();
  const stopping = new AbortController();
  // Every lane that waits for a retry adds a listener.
  setMaxListeners(0, stopping.signal);
  // Telegram looks no further ahead either, and it keeps a backlog of thousands cheap.
  const loadable = 2 * parts.maxConnections;

  function start(): void {
    for (const update of parts.updates.pending().slice(0, loadable)) {
      const lane = laneOf(update);
      if (takenLanes.has(lane)) continue;
      takenLanes.add(lane);
      // Nothing awaits a lane; stopping ends it between two attempts.
      void deliver(update).finally(() => {
        takenLanes.delete(lane);
        if (!stopping.signal.aborted) start();
      });
    }
  }
  async function deliver(update: Update): Promise<void> {
    let delayS = FIRST_DELAY_S;
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      const outcome = await parts.post(update);
      if (outcome.kind === "delivered") return parts.updates.remove(update);

      const isFirst = failures === 0;
      if (outcome.retryAfterS === 0 && !isFirst) delayS = Math.min(delayS * 2, LONGEST_DELAY_S);
      const waitS = outcome.retryAfterS || (isFirst ? 0 : delayS);
      await sleep(waitS * parts.retrySecondMs, undefined, {
        signal: stopping.signal,
        ref: false,
      }).catch(() => undefined);
    }
  }

  const unsubscribe = parts.updates.onChange(start);
  start();
  return () => {
    stopping.abort();
    unsubscribe();
  };
}

/**
 * Updates that must arrive in order: those of one chat, and separately the button presses and the inline
 * queries of one user. The separation is from memory.
 */
function laneOf(update: Update): string {
  const { message, edited_message, callback_query, inline_query, chosen_inline_result } = update;
  const inChat = message ?? edited_message ?? update.my_chat_member;
  if (inChat) return `chat ${inChat.chat.id}`;
  if (callback_query) return `buttons ${callback_query.from.id}`;
  const inline = inline_query ?? chosen_inline_result;
  return inline ? `inline ${inline.from.id}` : `update ${update.update_id}`;
}
