import { HttpError, type Api, type Transformer } from "grammy";
import { Pool } from "undici";
import { abortError, Exchange } from "./exchange.ts";
import { readApiAnswer } from "./odd-answer.ts";

const TELEGRAM = "https://api.telegram.org";
/** A reader does not wait longer, and grammY's own limit is 500 s. */
const CALL_TIMEOUT_MS = 8000;
/** Packets that vanish are noticed by then; a connection that comes later is of no use to a call. */
const CONNECT_TIMEOUT_MS = 3000;
/** What a poll that found nothing may take beyond the time it was told to wait. */
const POLL_MARGIN_MS = 10_000;

export type LeanCallsOptions = {
  readonly timeoutMs?: number;
  /** Connections to Telegram at once; further calls wait for one to be free. */
  readonly mostConnections?: number;
  /** Called with a call's payload right before the call is written to its connection. */
  readonly onStart?: (payload: object) => void;
};

/**
 * Carries calls to Telegram in the place of grammY's own client, over connections that stay open. The
 * bot uploads no files, so that a call is one JSON there and one back, at a third of the effort. One
 * that takes too long ends with `ABORT_ERR`, as one whose signal is aborted does. What a call fails with
 * says by `wasSent` whether Telegram can have it.
 */
export function leanCalls(
  { token, options }: Api,
  { timeoutMs = CALL_TIMEOUT_MS, mostConnections, onStart }: LeanCallsOptions = {},
): Transformer {
  const { origin, pathname } = new URL(options?.apiRoot ?? TELEGRAM);
  const path = `${pathname === "/" ? "" : pathname}/bot${token}/`;
  // Waiting and reading are limited here, together with connecting.
  const pool = new Pool(origin, {
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: CONNECT_TIMEOUT_MS,
    connections: mostConnections ?? null,
  });
  const headers = { "content-type": "application/json" };

  async function exchangeJson(method: string, payload: object, exchange: Exchange) {
    const body = JSON.stringify(payload);
    pool.dispatch({ method: "POST", path: path + method, headers, body }, exchange);
    return readApiAnswer(method, await exchange.received);
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

/** A poll waits on purpose. */
function pollTimeoutMs(payload: object): number {
  const seconds = "timeout" in payload && typeof payload.timeout === "number" ? payload.timeout : 0;
  return seconds * 1000 + POLL_MARGIN_MS;
}
