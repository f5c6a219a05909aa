import type { CallLog } from "./server/call-log.ts";
import { createPolling } from "./updates/long-polling.ts";
import { createMethods } from "./methods/methods.ts";
import type { SimulatorState } from "./state/state.ts";
import { createWebhook } from "./updates/webhook.ts";
import { answerWebhookReply } from "./updates/webhook-reply.ts";

export type SimulatedWebhookOptions = {
  /** Accepts http and any port on this machine, which Telegram does not. */
  readonly allowLoopback?: boolean;
  /** How long one second of retry delay takes; shorter in tests. */
  readonly retrySecondMs?: number;
  readonly timeoutMs?: number;
};

const SECOND_MS = 1000;
/** How long Telegram waits for a webhook's answer. */
const WEBHOOK_TIMEOUT_MS = 60_000;

/** The methods, and the two ways updates leave by: polls or the webhook, one at a time. */
export function connectMethods(
  state: SimulatorState,
  callLog: CallLog,
  options: SimulatedWebhookOptions = {},
) {
  const { updates } = state;
  const {
    retrySecondMs = SECOND_MS,
    timeoutMs = WEBHOOK_TIMEOUT_MS,
    allowLoopback = false,
  } = options;
  const webhook = createWebhook({
    updates,
    retrySecondMs,
    timeoutMs,
    onReply: async (body, contentType) => answerWebhookReply({ table, callLog }, body, contentType),
  });
  const polling = createPolling(updates, webhook);
  const webhookParts = { webhook, updates, endPoll: polling.endPoll, allowLoopback };
  const table = createMethods({ state, polling, webhookParts });
  return { table, webhook };
}
