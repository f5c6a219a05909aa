import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { readRegularFile, replaceFile } from "../../files/regular-file.ts";
import { grammySignal } from "../transport/grammy-signal.ts";
import { parseConfirmation, parseWebhookInfo } from "../transport/response-schemas.ts";
import {
  type FatalRefusal,
  type RetryOptions,
  untilReachable,
} from "../transport/until-reachable.ts";

export type Registration = RetryOptions & {
  readonly api: Api;
  readonly url: string;
  readonly secret: string;
  readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  /** Records the last registration, since Telegram does not report which secret it was given. */
  readonly file: string;
};

/** Many chats at once; within a chat, Telegram waits for each response before it posts the next update. */
const MAX_CONNECTIONS = 100;

/**
 * Registers the webhook with Telegram. An unchanged registration is not repeated: when a replica starts,
 * Telegram would post again the updates that other replicas are answering.
 */
export async function registerWebhook(
  registration: Registration,
): Promise<"registered" | "stopped" | "webhook-refused" | FatalRefusal> {
  const { api, url, file, signal, log } = registration;
  const current = await untilReachable(
    () => api.getWebhookInfo(grammySignal(signal)).then(parseWebhookInfo),
    registration,
  );
  if (current.kind !== "value") return current.kind;
  if (current.value.url === url && readDigest(file) === digestOf(registration)) return "registered";

  const response = await untilReachable(
    () => setWebhook(registration).catch(refusalOf),
    registration,
  );
  if (response.kind !== "value") return response.kind;
  if (response.value !== true) {
    log("Telegram rejects this WEBHOOK_URL", { error: response.value });
    return "webhook-refused";
  }
  writeDigest(file, digestOf(registration));
  return "registered";
}

async function setWebhook({
  api,
  url,
  secret,
  allowedUpdates,
  signal,
}: Registration): Promise<true> {
  const settings = {
    secret_token: secret,
    max_connections: MAX_CONNECTIONS,
    allowed_updates: allowedUpdates,
  };
  return parseConfirmation("setWebhook", await api.setWebhook(url, settings, grammySignal(signal)));
}

/** A bad address stays bad; any other failure may pass. */
function refusalOf(error: unknown): string {
  if (error instanceof GrammyError && error.error_code === 400) return error.description;
  throw error;
}

/** A digest, so that the secret is in no file. */
function digestOf({ url, secret, allowedUpdates }: Registration): string {
  const registration = JSON.stringify([url, secret, MAX_CONNECTIONS, allowedUpdates]);
  return createHash("sha256").update(registration).digest("hex");
}

function readDigest(file: string): string | undefined {
  try {
    return readRegularFile(file).toString("utf8");
  } catch {
    return undefined;
  }
}

/** If it cannot be written, the webhook is registered again at every start, which loses nothing. */
function writeDigest(file: string, digest: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    replaceFile(file, digest);
  } catch {
    // As above.
  }
}
