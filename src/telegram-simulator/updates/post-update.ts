import http from "node:http";
import https from "node:https";
import { text } from "node:stream/consumers";
import type { Update } from "@grammyjs/types";

/** Where updates are posted. */
export type WebhookTarget = {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
};

/** How a webhook answered. */
export type PostOutcome =
  | { readonly kind: "delivered"; readonly body: string; readonly contentType: string }
  | { readonly kind: "failed"; readonly reason: string; readonly retryAfterS: number };

/** Posts one update to a webhook; never throws. */
export async function postUpdate(
  target: WebhookTarget,
  update: Update,
  timeoutMs: number,
): Promise<PostOutcome> {
  try {
    const response = await send(target, JSON.stringify(update), timeoutMs);
    const body = await text(response);
    return outcomeOf(response, body);
  } catch (error) {
    return { kind: "failed", reason: reasonOf(error), retryAfterS: 0 };
  }
}

async function send(target: WebhookTarget, body: string, timeoutMs: number) {
  const { request } = target.url.startsWith("https:") ? https : http;
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...(target.secret && { "x-telegram-bot-api-secret-token": target.secret }),
  };
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    request(target.url, { method: "POST", headers, signal }, resolve).on("error", reject).end(body);
  });
}

function outcomeOf(response: http.IncomingMessage, body: string): PostOutcome {
  const { statusCode = 0, statusMessage = "", headers } = response;
  if (statusCode >= 200 && statusCode <= 299) {
    return { kind: "delivered", body, contentType: headers["content-type"] ?? "" };
  }
  return {
    kind: "failed",
    reason: `Wrong response from the webhook: ${statusCode} ${statusMessage}`,
    retryAfterS: secondsIn(headers["retry-after"]),
  };
}

/** A timer cannot hold more than 24 days. */
const LONGEST_RETRY_S = 3600;

function secondsIn(retryAfter = "0"): number {
  const seconds = Number.parseInt(retryAfter, 10) || 0;
  return Math.min(Math.max(seconds, 0), LONGEST_RETRY_S);
}

/** Telegram's wording of Node's error codes. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Connection refused",
  ECONNRESET: "Webhook connection closed",
  ABORT_ERR: "Read timeout expired",
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return REASONS[code] ?? error.message;
}
