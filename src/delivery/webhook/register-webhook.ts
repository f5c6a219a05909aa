import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { parseConfirmation, parseWebhookInfo } from "../transport/response-schemas.ts";
import { grammySignal } from "../transport/grammy-signal.ts";
import {
  type FatalRefusal,
  untilReachable,
  type RetryOptions,
} from "../transport/until-reachable.ts";
import { readRegularFile, replaceFile } from "../../files/regular-file.ts";

export type Registration = RetryOptions & {
  readonly api: Api;
  readonly url: string;
  readonly secret: string;
  readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  /** Remembers what Telegram was told last: it does not say which secret it was given. */
  readonly file: string;
};

/** Many chats at once; Telegram waits for each answer before the next of that chat. */
const MAX_CONNECTIONS = 100;

/**
 * Tells Telegram where to post what. Where it knows already it is not told again: a replica that starts
 * would have it post again what others are answering.
 */
export async function registerWebhook(
  wanted: Registration,
): Promise<"registered" | "stopped" | "webhook-refused" | FatalRefusal> {
  const { api, signal, log } = wanted;
  const known = await untilReachable(
    () => api.getWebhookInfo(grammySignal(signal)).then(parseWebhookInfo),
    wanted,
  );
  if (known.kind !== "value") return known.kind;
  if (known.value.url === wanted.url && readNote(wanted.file) === noteOf(wanted)) {
    return "registered";
  }

  const told = await untilReachable(() => tell(wanted).catch(refusalOf), wanted);
  if (told.kind !== "value") return told.kind;
  if (told.value !== true) {
    log("Telegram does not take this WEBHOOK_URL", { error: told.value });
    return "webhook-refused";
  }
  writeNote(wanted.file, noteOf(wanted));
  return "registered";
}

async function tell({ api, url, secret, allowedUpdates, signal }: Registration): Promise<true> {
  const wish = {
    secret_token: secret,
    max_connections: MAX_CONNECTIONS,
    allowed_updates: allowedUpdates,
  };
  return parseConfirmation("setWebhook", await api.setWebhook(url, wish, grammySignal(signal)));
}

/** What is wrong with the address stays wrong; anything else may pass. */
function refusalOf(error: unknown): string {
  if (error instanceof GrammyError && error.error_code === 400) return error.description;
  throw error;
}

/** A digest of all that was told, so that the secret stands in no file. */
function noteOf({ url, secret, allowedUpdates }: Registration): string {
  const told = JSON.stringify([url, secret, MAX_CONNECTIONS, allowedUpdates]);
  return createHash("sha256").update(told).digest("hex");
}

function readNote(file: string): string | undefined {
  try {
    return readRegularFile(file).toString("utf8");
  } catch {
    return undefined;
  }
}

/** Where it cannot be written Telegram is told at every start. */
function writeNote(file: string, note: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    replaceFile(file, note);
  } catch {
    // Nothing is lost by telling it again.
  }
}
