import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Update } from "grammy/types";
import type { Handled } from "./handle-update.ts";
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

/** Updates over HTTP: the work is done before they are confirmed, so a kill in between loses none. */
export function createWebhookServer(parts: WebhookServerParts): Server {
  return createServer(LIMITS, (request, response) => {
    // Nobody waits for a request handler; what it may fail of is caught where it happens.
    void answer(request, response, parts);
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: WebhookServerParts,
): Promise<void> {
  const status = await statusFor(request, parts);
  if (status === "gone") return;
  response.statusCode = status;
  response.setHeader("content-length", 0);
  if (status === 405) response.setHeader("allow", "POST");
  if (status === 503) response.setHeader("retry-after", 1);
  if (parts.signal.aborted) response.setHeader("connection", "close");
  response.end();
  if (!request.complete) setTimeout(() => cutOff(request), LINGER_MS).unref();
}

function cutOff(request: IncomingMessage): void {
  if (!request.complete) request.destroy();
}

async function statusFor(
  request: IncomingMessage,
  { url, secret, deliver }: WebhookServerParts,
): Promise<number | "gone"> {
  if (pathOf(request.url ?? "") !== pathOf(url)) return 404;
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

/** Digests have one length, and comparing them takes one time, however much of a guess is right. */
function isSecret(given: string | string[] | undefined, secret: string): boolean {
  return typeof given === "string" && timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
