import { once } from "node:events";
import type { Server } from "node:http";
import type { Update } from "grammy/types";
import { codeOf } from "../../logging/describe-error.ts";
import { type DeliverOptions, deliverUpdate } from "../deliver-update.ts";
import { queueKeyOf, readIncomingUpdate } from "../incoming-update.ts";
import { openKeyedQueue } from "../keyed-queue.ts";
import type { RetryOptions } from "../transport/until-reachable.ts";
import { registerWebhook } from "./register-webhook.ts";
import { createWebhookServer } from "./webhook-server.ts";

export type WebhookAddress = {
  /** Where Telegram reaches this bot, usually through a proxy. */
  readonly url: string;
  /** Comes with every update, so that nobody else can post one. */
  readonly secret: string;
  readonly port: number;
  /** The interface to listen on; all of them by default. */
  readonly host?: string | undefined;
};

export type WebhookOptions = RetryOptions &
  Omit<DeliverOptions, "isRateLimited"> & {
    readonly webhook: WebhookAddress;
    /** Records the last registration. */
    readonly file: string;
    readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  };

type WebhookStopReason =
  | "port-refused"
  | "host-refused"
  | Exclude<Awaited<ReturnType<typeof registerWebhook>>, "registered">;

/** Receives the updates that Telegram posts, until the signal is aborted and those in progress are answered. */
export async function serveWebhook(options: WebhookOptions): Promise<WebhookStopReason> {
  const { bot, log, signal, webhook } = options;
  const enqueue = openKeyedQueue();
  const delivery = { ...options, isRateLimited: true };
  const deliver = async (update: Update) => {
    // While the outbox is full, updates stay at Telegram.
    if (options.outbox.isFull()) return "left";
    const incoming = readIncomingUpdate(update, bot);
    return enqueue(queueKeyOf(incoming.ids), () => deliverUpdate(incoming, delivery));
  };
  const { server, drain } = createWebhookServer({ ...webhook, deliver, signal });
  const refusal = await listen(server, webhook);
  if (refusal === "EADDRNOTAVAIL") {
    log(`WEBHOOK_HOST: ${webhook.host} is not an address of this machine: name one that is`);
    return "host-refused";
  }
  if (refusal !== undefined) {
    log(`cannot listen on port ${webhook.port} (${refusal}): free it, or set another PORT`);
    return "port-refused";
  }

  const registered = await registerWebhook({ ...options, ...webhook, api: bot.api });
  if (registered === "registered") {
    log("answering", { bot: `@${bot.botInfo.username}`, port: webhook.port });
    options.outbox.start(signal);
    if (!signal.aborted) await once(signal, "abort");
  }
  await drain();
  await options.outbox.stop();
  return registered === "registered" ? "stopped" : registered;
}

async function listen(server: Server, { port, host }: WebhookAddress): Promise<string | undefined> {
  try {
    server.listen(port, host);
    await once(server, "listening");
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}
