import { once } from "node:events";
import type { Server } from "node:http";
import type { Update } from "grammy/types";
import { type DeliverOptions, deliverUpdate } from "../deliver-update.ts";
import { codeOf } from "../../logging/describe-error.ts";
import { openLanes } from "../lanes.ts";
import type { RetryOptions } from "../transport/until-reachable.ts";
import { registerWebhook } from "./register-webhook.ts";
import { laneOf, takeUpdate } from "../update-origin.ts";
import { watchConnections } from "./webhook-connections.ts";
import { createWebhookServer } from "./webhook-server.ts";

export type WebhookAddress = {
  /** Where Telegram reaches this bot, through a proxy as a rule. */
  readonly url: string;
  /** Comes with every update, so that nobody else can hand us any. */
  readonly secret: string;
  readonly port: number;
  /** The interface to listen on; all of them unless it is given. */
  readonly host?: string | undefined;
};

export type WebhookOptions = RetryOptions &
  Omit<DeliverOptions, "isRateLimited"> & {
    readonly webhook: WebhookAddress;
    /** Remembers what Telegram was told of it. */
    readonly file: string;
    readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  };

type WebhookEnd =
  | "port-refused"
  | "host-refused"
  | Exclude<Awaited<ReturnType<typeof registerWebhook>>, "registered">;

/** Takes updates as Telegram posts them, until the signal is aborted and what is under way is answered. */
export async function serveWebhook(options: WebhookOptions): Promise<WebhookEnd> {
  const { bot, log, signal, webhook } = options;
  const lanes = openLanes();
  const delivery = { ...options, isRateLimited: true };
  const deliver = async (update: Update) => {
    // What Telegram cannot take now stays with Telegram.
    if (options.outbox.isFull()) return "left";
    const taken = takeUpdate(update, bot);
    return lanes(laneOf(taken.origin), () => deliverUpdate(taken, delivery));
  };
  const server = createWebhookServer({ ...webhook, deliver, signal });
  const connections = watchConnections(server);
  const refused = await listen(server, webhook);
  if (refused === "EADDRNOTAVAIL") {
    log(`WEBHOOK_HOST: ${webhook.host} is no address of this machine: name one that is`);
    return "host-refused";
  }
  if (refused !== undefined) {
    log(`port ${webhook.port} cannot be had (${refused}): free it, or set another PORT`);
    return "port-refused";
  }

  const registered = await registerWebhook({ ...options, ...webhook, api: bot.api });
  if (registered === "registered") {
    log("answering", { bot: `@${bot.botInfo.username}`, port: webhook.port });
    options.outbox.start(signal);
    if (!signal.aborted) await once(signal, "abort");
  }
  await connections.drain();
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
