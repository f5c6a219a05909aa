import { readFileSync } from "node:fs";
import { HttpError, type Api, type Transformer } from "grammy";
import { Pool } from "undici";
import { abortError, Exchange } from "./exchange.ts";
import { parseApiResponse } from "./api-response.ts";

const TELEGRAM = "https://api.telegram.org";
/** No reader waits longer. grammY's own limit is 500 s. */
const CALL_TIMEOUT_MS = 8000;
/** Dropped packets show by then, and a later connection would leave the call too little time. */
const CONNECT_TIMEOUT_MS = 3000;
/** How much longer than its own timeout an empty poll may take. */
const POLL_MARGIN_MS = 10_000;

export type HttpClientOptions = {
  readonly timeoutMs?: number;
  /** Maximum of open connections to Telegram; further calls wait for a free one. */
  readonly maxConnections?: number;
  /** Called with a call's payload right before the call is written to its connection. */
  readonly onStart?: (payload: object) => void;
};

/**
 * Replaces grammY's HTTP client, using connections that stay open. The bot uploads no files, so each call
 * is one JSON object each way, at a third of the cost. A call that times out fails with `ABORT_ERR`, just
 * like one whose signal is aborted. `wasSent` on the cause of a failure says whether Telegram may have
 * received the call.
 */
export function httpClient(
  { token, options }: Api,
  { timeoutMs = CALL_TIMEOUT_MS, maxConnections, onStart }: HttpClientOptions = {},
): Transformer {
  const { origin, pathname } = new URL(options?.apiRoot ?? TELEGRAM);
  const path = `${pathname === "/" ? "" : pathname}/bot${token}/`;
  // One timer below limits connecting, waiting and reading together.
  const pool = new Pool(origin, {
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: CONNECT_TIMEOUT_MS,
    connections: maxConnections ?? null,
  });
  const headers = { "content-type": "application/json" };

  async function exchangeJson(method: string, payload: object, exchange: Exchange) {
    const body = JSON.stringify(payload);
    pool.dispatch({ method: "POST", path: path + method, headers, body }, exchange);
    return parseApiResponse(method, await exchange.received);
  }
  return async (_prev, method, payload, signal) => {
    const exchange = new Exchange(onStart && (() => onStart(payload)));
    const abort = () => exchange.abort();
    const timer = setTimeout(abort, method === "getUpdates" ? pollTimeoutMs(payload) : timeoutMs);
    signal?.addEventListener("abort", abort);
    try {
      if (signal?.aborted) throw abortError();
      return await exchangeJson(method, payload, exchange);
    } catch (error) {
      const cause = error instanceof Error ? error : new Error("unknown");
      const { hasStarted: wasSent } = exchange;
      throw new HttpError(
        `Network request for '${method}' failed!`,
        Object.assign(cause, { wasSent }),
      );
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  };
}

/** A long poll waits on purpose. */
function pollTimeoutMs(payload: object): number {
  const seconds = "timeout" in payload && typeof payload.timeout === "number" ? payload.timeout : 0;
  return seconds * 1000 + POLL_MARGIN_MS;
}

const SOFT_LIMIT = /^Max open files\s+(?<soft>\d+)/mu;
/** Open files of the process itself: its program, event loop, log, state, health checks. */
const OTHER_FILES = 32;
const MIN_CONNECTIONS = 4;
/** More than Telegram serves one bot at once, and within every system's limit. */
const MAX_CONNECTIONS = 256;

/**
 * How many connections to Telegram the limit of open files allows. In webhook mode Telegram's own
 * connections to the bot take as many again.
 */
export function connectionLimit(readLimits = readProcessLimits): number {
  const soft = SOFT_LIMIT.exec(readLimits())?.groups?.["soft"];
  if (soft === undefined) return MAX_CONNECTIONS;
  const allowed = Math.floor((Number(soft) - OTHER_FILES) / 2);
  return Math.min(MAX_CONNECTIONS, Math.max(MIN_CONNECTIONS, allowed));
}

/** Linux shows a process its limits; other systems do not. */
function readProcessLimits(): string {
  try {
    return readFileSync("/proc/self/limits", "utf8");
  } catch {
    return "";
  }
}
