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
  /** Ends an open poll with this reason. */
  readonly endPoll: (reason: string) => void;
  readonly allowLoopback: boolean;
};

/** Without a URL it works as deleteWebhook. */
export function setWebhook(
  { webhook, updates, endPoll, allowLoopback }: WebhookMethodParts,
  params: z.output<typeof setWebhookParameters>,
): true {
  if (params.url !== "") checkWebhookUrl(params.url, allowLoopback);
  checkSecretToken(params.secret_token);
  if (params.drop_pending_updates) updates.keepLast(0);
  if (params.allowed_updates) updates.subscribe(params.allowed_updates);
  if (params.url === "") {
    webhook.remove();
    return true;
  }
  endPoll("terminated by setWebhook request");
  const maxConnections = Math.min(Math.max(params.max_connections, 1), MAX_WEBHOOK_CONNECTIONS);
  webhook.set({ url: params.url, secret: params.secret_token, maxConnections });
  return true;
}

export function deleteWebhook(
  { webhook, updates }: WebhookMethodParts,
  params: z.output<typeof deleteWebhookParameters>,
): true {
  if (params.drop_pending_updates) updates.keepLast(0);
  webhook.remove();
  return true;
}
