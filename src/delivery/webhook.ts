import { once } from "node:events";
import type { Server } from "node:http";
import { GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { type DeliverOptions, deliverUpdate } from "./deliver-update.ts";
import { codeOf } from "./describe-error.ts";
import { grammySignal } from "./grammy-signal.ts";
import { openLanes } from "./lanes.ts";
import { type GivenUp, persist, type PersistOptions } from "./persist.ts";
import { laneOf } from "./update-origin.ts";
import { watchConnections } from "./webhook-connections.ts";
import { createWebhookServer } from "./webhook-server.ts";

export type WebhookAddress = {
  /** Where Telegram reaches this bot, through a proxy as a rule. */
  readonly url: string;
  /** Comes with every update, so that nobody else can hand us any. */
  readonly secret: string;
  readonly port: number;
};

export type WebhookOptions = PersistOptions &
  Omit<DeliverOptions, "isPaced"> & {
    readonly webhook: WebhookAddress;
    readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  };

type WebhookEnd = "stopped" | "port-refused" | "webhook-refused" | GivenUp;

/** As many as Telegram allows; it waits for each answer before the next of that chat. */
const MAX_CONNECTIONS = 100;
/** Telegram takes a request for dead after a minute. What cannot be sent by then is asked for again. */
const PATIENCE_MS = 20_000;

/** Takes updates as Telegram posts them, until the signal is aborted and what is under way is answered. */
export async function serveWebhook(options: WebhookOptions): Promise<WebhookEnd> {
  const { bot, log, signal, webhook } = options;
  const lanes = openLanes();
  const deliver = (update: Update) =>
    lanes(laneOf(update, bot), () =>
      deliverUpdate(update, { patienceMs: PATIENCE_MS, ...options, isPaced: true }),
    );
  const server = createWebhookServer({ ...webhook, deliver, signal });
  const connections = watchConnections(server);
  const refused = await listen(server, webhook.port);
  if (refused !== undefined) {
    log(`port ${webhook.port} cannot be had (${refused}): free it, or set another PORT`);
    return "port-refused";
  }

  const end = await register(options);
  if (end === undefined) {
    log("answering", { bot: `@${bot.botInfo.username}`, port: webhook.port });
    if (!signal.aborted) await once(signal, "abort");
  }
  await connections.drain();
  return end ?? "stopped";
}

async function listen(server: Server, port: number): Promise<string | undefined> {
  try {
    server.listen(port);
    await once(server, "listening");
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

/** Tells Telegram where to post, each time anew: it would keep to what was said last. */
async function register(options: WebhookOptions): Promise<WebhookEnd | undefined> {
  const { bot, log, webhook, allowedUpdates, signal } = options;
  const wish = {
    secret_token: webhook.secret,
    max_connections: MAX_CONNECTIONS,
    allowed_updates: allowedUpdates,
  };
  const set = () => bot.api.setWebhook(webhook.url, wish, grammySignal(signal));
  const registered = await persist(() => set().catch(refusalOf), options);
  if (registered.kind !== "value") return registered.kind;
  if (registered.value === true) return undefined;
  log("Telegram does not take this WEBHOOK_URL", { error: registered.value });
  return "webhook-refused";
}

/** What is wrong with the address stays wrong; anything else may pass. */
function refusalOf(error: unknown): string {
  if (error instanceof GrammyError && error.error_code === 400) return error.description;
  throw error;
}
