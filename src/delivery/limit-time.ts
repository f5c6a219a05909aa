import type { Transformer } from "grammy";
import { grammySignal } from "./grammy-signal.ts";

/** A reader does not wait longer, and grammY's own limit is 500 s. */
const CALL_TIMEOUT_MS = 8000;
/** What a poll that found nothing may take beyond the time it was told to wait. */
const POLL_MARGIN_MS = 10_000;

/** Ends calls that nobody answers. A poll waits on purpose, so it has a limit of its own. */
export function limitTime(callTimeoutMs = CALL_TIMEOUT_MS): Transformer {
  return async (prev, method, payload, signal) => {
    const controller = new AbortController();
    const abort = () => controller.abort();
    const timeoutMs = method === "getUpdates" ? pollTimeoutMs(payload) : callTimeoutMs;
    const timer = setTimeout(abort, timeoutMs);
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    try {
      return await prev(method, payload, grammySignal(controller.signal));
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  };
}

function pollTimeoutMs(payload: object): number {
  const seconds = "timeout" in payload && typeof payload.timeout === "number" ? payload.timeout : 0;
  return seconds * 1000 + POLL_MARGIN_MS;
}
