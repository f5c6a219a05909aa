import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Update } from "grammy/types";
import type { Handled } from "../handle-update.ts";
import { readUpdate } from "./read-update.ts";

export type WebhookServerParts = {
  readonly url: string;
  readonly secret: string;
  /** Answers an update; never throws. */
  readonly deliver: (update: Update) => Promise<Handled>;
  /** Aborted, no connection is kept for a next request. */
  readonly signal: AbortSignal;
};

/** Whoever dawdles over a request is cut off; the second counts from the first byte to the last. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1000,
  // Longer than a proxy keeps an idle connection, so that it never sends into one that we just closed.
  keepAliveTimeout: 75_000,
};
/** For an answer to arrive before a connection is cut on which something is still being sent. */
const LINGER_MS = 1000;

/** What a request has to have for the update in it to be ours. */
type Gate = Pick<WebhookServerParts, "deliver" | "signal"> & {
  readonly path: string | undefined;
  readonly secret: Buffer;
};

/** Updates over HTTP: the work is done before they are confirmed, so a kill in between loses none. */
export function createWebhookServer({ url, secret, ...parts }: WebhookServerParts): Server {
  const gate = { ...parts, path: pathOf(url), secret: Buffer.from(secret) };
  return createServer(LIMITS, (request, response) => {
    // Nobody waits for a request handler; what it may fail of is caught where it happens.
    void answer(request, response, gate);
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  gate: Gate,
): Promise<void> {
  const status = await statusFor(request, gate);
  if (status === "gone") return;
  response.statusCode = status;
  response.setHeader("content-length", 0);
  if (status === 405) response.setHeader("allow", "POST");
  if (status === 503) response.setHeader("retry-after", 1);
  if (gate.signal.aborted) response.setHeader("connection", "close");
  response.end();
  if (!request.complete) setTimeout(() => cutOff(request), LINGER_MS).unref();
}

function cutOff(request: IncomingMessage): void {
  if (!request.complete) request.destroy();
}

async function statusFor(
  request: IncomingMessage,
  { path, secret, deliver }: Gate,
): Promise<number | "gone"> {
  if (request.url !== path && pathOf(request.url ?? "") !== path) return 404;
  if (request.method !== "POST") return 405;
  if (!isSecret(request.headers["x-telegram-bot-api-secret-token"], secret)) return 401;

  const read = await readUpdate(request);
  switch (read.kind) {
    case "update":
      // Also where its handler failed for good: it would fail again, and hold up its chat for a day.
      return (await deliver(read.update)) === "done" ? 200 : 503;
    case "too-long":
      return 413;
    case "no-update":
      return 400;
    case "gone":
      return "gone";
  }
}

function pathOf(url: string): string | undefined {
  return URL.canParse(url, "http://localhost")
    ? new URL(url, "http://localhost").pathname
    : undefined;
}

/** Comparing takes one time, however much of a guess is right; only its length shows. */
function isSecret(given: string | string[] | undefined, secret: Buffer): boolean {
  if (typeof given !== "string") return false;
  const bytes = Buffer.from(given);
  return bytes.length === secret.length && timingSafeEqual(bytes, secret);
}
