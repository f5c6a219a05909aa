import { HttpError, type Api, type Transformer } from "grammy";
import { Pool } from "undici";
import { abortError, Exchange } from "./exchange.ts";

const TELEGRAM = "https://api.telegram.org";
/** A reader does not wait longer, and grammY's own limit is 500 s. */
const CALL_TIMEOUT_MS = 8000;
/** What a poll that found nothing may take beyond the time it was told to wait. */
const POLL_MARGIN_MS = 10_000;

/**
 * Carries calls to Telegram in the place of grammY's own client, over connections that stay open. The
 * bot uploads no files, so that a call is one JSON there and one back, at a third of the effort. One
 * that takes too long ends with `ABORT_ERR`, as one whose signal is aborted does.
 */
export function leanCalls(
  { token, options }: Api,
  { timeoutMs = CALL_TIMEOUT_MS }: { readonly timeoutMs?: number } = {},
): Transformer {
  const { origin, pathname } = new URL(options?.apiRoot ?? TELEGRAM);
  const path = `${pathname === "/" ? "" : pathname}/bot${token}/`;
  // Time is limited here, for connecting, waiting and reading together.
  const pool = new Pool(origin, { headersTimeout: 0, bodyTimeout: 0 });
  const headers = { "content-type": "application/json" };

  async function exchangeJson(method: string, payload: object, exchange: Exchange) {
    const body = JSON.stringify(payload);
    pool.dispatch({ method: "POST", path: path + method, headers, body }, exchange);
    const { text, status } = await exchange.received;
    return readJson(text, status);
  }
  return async (_prev, method, payload, signal) => {
    const exchange = new Exchange();
    const abort = () => exchange.abort();
    const timer = setTimeout(abort, method === "getUpdates" ? pollTimeoutMs(payload) : timeoutMs);
    signal?.addEventListener("abort", abort);
    try {
      if (signal?.aborted) throw abortError();
      return await exchangeJson(method, payload, exchange);
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error);
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

function readJson(text: string, status: number): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page: its words help nobody, and may be long.
    throw Object.assign(new Error("no JSON"), { code: `NO_JSON_${status}` });
  }
}
