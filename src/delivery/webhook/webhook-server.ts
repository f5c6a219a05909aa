import { timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { UpdateOutcome } from "../run-handler.ts";
import { readUpdate } from "./read-update.ts";

export type WebhookServerParts = {
  readonly url: string;
  readonly secret: string;
  /** Answers an update; never throws. */
  readonly deliver: (update: Update) => Promise<UpdateOutcome>;
  /** Once it is aborted, no connection is kept alive. */
  readonly signal: AbortSignal;
};

/** Slow requests are cut off. */
const LIMITS = {
  headersTimeout: 10_000,
  // From the first byte to the last.
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1000,
  // Longer than proxies keep idle connections, so that none sends into one we have just closed.
  keepAliveTimeout: 75_000,
};
/** Lets the response arrive before a connection is cut on which the client is still sending. */
const LINGER_MS = 1000;

/** What a request is checked against. */
type Gate = Pick<WebhookServerParts, "deliver" | "signal"> & {
  readonly path: string | undefined;
  readonly secret: Buffer;
};

export type WebhookServer = {
  readonly server: Server;
  /** Takes no more connections, and resolves once the requests in progress are answered. */
  readonly drain: () => Promise<void>;
};

/** Receives updates over HTTP. Each is confirmed only once it is handled, so a killed process loses none. */
export function createWebhookServer({ url, secret, ...parts }: WebhookServerParts): WebhookServer {
  const gate = { ...parts, path: pathOf(url), secret: Buffer.from(secret) };
  const inProgress = new Set<ServerResponse>();
  const server = createServer(LIMITS, (request, response) => {
    inProgress.add(response);
    response.once("close", () => inProgress.delete(response));
    // Nothing awaits a request handler; errors are caught where they occur.
    void answer(request, response, gate);
  });
  return { server, drain: () => drain(server, inProgress) };
}

const DRAIN_POLL_MS = 50;

/** Does not wait for connections that are merely open, or on which nothing was ever requested. */
async function drain(server: Server, inProgress: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = once(server, "close");
  server.close();
  while (inProgress.size > 0) {
    server.closeIdleConnections();
    await sleep(DRAIN_POLL_MS);
  }
  server.closeAllConnections();
  await closed;
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
      // 200 even if its handler failed for good: it would fail again and block its chat for a day.
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

/** In constant time, however much of a guess is right; only its length leaks. */
function isSecret(given: string | string[] | undefined, secret: Buffer): boolean {
  if (typeof given !== "string") return false;
  const bytes = Buffer.from(given);
  return bytes.length === secret.length && timingSafeEqual(bytes, secret);
}
