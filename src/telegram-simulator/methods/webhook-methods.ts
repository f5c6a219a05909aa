import { z } from "zod";
import { DEFAULT_WEBHOOK_CONNECTIONS, MAX_WEBHOOK_CONNECTIONS } from "../rules/limits.ts";
import { updateTypes } from "../updates/long-polling.ts";
import type { UpdateQueue } from "../updates/update-queue.ts";
import type { Webhook } from "../updates/webhook.ts";
import { checkSecretToken, checkWebhookUrl } from "../rules/webhook-rules.ts";
import * as wire from "./wire.ts";

const drop = { drop_pending_updates: wire.boolean.default(false) };

export const deleteWebhookParameters = z.strictObject(drop);
export const setWebhookParameters = z.strictObject({
  ...drop,
  url: z.string().default(""),
  ip_address: z.string().exactOptional(),
  max_connections: wire.integer.default(DEFAULT_WEBHOOK_CONNECTIONS),
  allowed_updates: updateTypes.exactOptional(),
  secret_token: z.string().default(""),
});

export type WebhookMethodParts = {
  readonly webhook: Webhook;
  readonly updates: UpdateQueue;
  /** A poll that is under way ends with this reason. */
  readonly endPoll: (reason: string) => void;
  readonly allowLoopback: boolean;
};

/** setWebhook; without a URL it is deleteWebhook. */
export function setWebhook(
  { webhook, updates, endPoll, allowLoopback }: WebhookMethodParts,
  wish: z.output<typeof setWebhookParameters>,
): true {
  if (wish.url !== "") checkWebhookUrl(wish.url, allowLoopback);
  checkSecretToken(wish.secret_token);
  if (wish.drop_pending_updates) updates.keepLast(0);
  if (wish.allowed_updates) updates.subscribe(wish.allowed_updates);
  if (wish.url === "") {
    webhook.remove();
    return true;
  }
  endPoll("terminated by setWebhook request");
  const maxConnections = Math.min(Math.max(wish.max_connections, 1), MAX_WEBHOOK_CONNECTIONS);
  webhook.set({ url: wish.url, secret: wish.secret_token, maxConnections });
  return true;
}

export function deleteWebhook(
  { webhook, updates }: WebhookMethodParts,
  wish: z.output<typeof deleteWebhookParameters>,
): true {
  if (wish.drop_pending_updates) updates.keepLast(0);
  webhook.remove();
  return true;
}
