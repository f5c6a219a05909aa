import type { WebhookInfo } from "@grammyjs/types";
import { type PostOutcome, type WebhookTarget, postUpdate } from "./post-update.ts";
import type { UpdateQueue } from "./update-queue.ts";
import { startDelivery } from "./webhook-delivery.ts";

export type WebhookParts = {
  readonly updates: UpdateQueue;
  /** How long one second of retry delay takes; shorter in tests. */
  readonly retrySecondMs: number;
  /** An attempt without an answer for this long has failed. */
  readonly timeoutMs: number;
  /** Executes a method sent in the body of a webhook's answer. */
  readonly onReply: (body: string, contentType: string) => Promise<void>;
};

/** The bot's webhook; not set at first. */
export type Webhook = {
  readonly isSet: () => boolean;
  readonly set: (target: WebhookTarget) => void;
  readonly remove: () => void;
  readonly info: () => WebhookInfo;
};

type LastError = { readonly date: number; readonly message: string };

export function createWebhook(parts: WebhookParts): Webhook {
  let target: WebhookTarget | undefined;
  let lastError: LastError | undefined;
  let stop: (() => void) | undefined;

  function note(outcome: PostOutcome): void {
    if (outcome.kind === "delivered") return;
    lastError = { date: Math.floor(Date.now() / 1000), message: outcome.reason };
  }
  return {
    isSet: () => target !== undefined,
    set(newTarget) {
      stop?.();
      target = newTarget;
      lastError = undefined;
      stop = deliver(parts, newTarget, note);
    },
    remove() {
      stop?.();
      target = undefined;
    },
    info: () => ({
      url: target?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: parts.updates.pending().length,
      ...(target && { max_connections: target.maxConnections }),
      ...(lastError && { last_error_date: lastError.date, last_error_message: lastError.message }),
      allowed_updates: [...parts.updates.subscription()],
    }),
  };
}

function deliver(
  { updates, retrySecondMs, timeoutMs, onReply }: WebhookParts,
  target: WebhookTarget,
  note: (outcome: PostOutcome) => void,
): () => void {
  const connect = limitConnections(target.maxConnections);
  return startDelivery({
    updates,
    maxConnections: target.maxConnections,
    retrySecondMs,
    post: async (update) => {
      const outcome = await connect(async () => postUpdate(target, update, timeoutMs));
      note(outcome);
      if (outcome.kind === "delivered") await onReply(outcome.body, outcome.contentType);
      return outcome;
    },
  });
}

/** Limits how many tasks run at a time; the others queue. */
type ConnectionLimit = <T>(task: () => Promise<T>) => Promise<T>;

function limitConnections(most: number): ConnectionLimit {
  const waiting: (() => void)[] = [];
  let open = 0;

  return async (task) => {
    if (open >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    open++;
    try {
      return await task();
    } finally {
      open--;
      waiting.shift()?.();
    }
  };
}
