import { Counter, Histogram, type Registry } from "prom-client";
import type { EndedCall } from "../delivery/delivery-event.ts";

/** From a quick answer to the deadline of eight seconds. */
export const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 8];

/** Counts failed calls and measures how long calls take. */
export function callMetrics(registry: Registry) {
  const registers = [registry];
  const errors = new Counter({
    name: "bot_api_errors_total",
    help: "Calls that Telegram refused or the network lost, by method and code",
    labelNames: ["method", "code"],
    registers,
  });
  const duration = new Histogram({
    name: "bot_api_call_duration_seconds",
    help: "Duration of calls other than polls",
    buckets: SECONDS,
    registers,
  });
  return ({ method, code, ms }: EndedCall): void => {
    if (code !== "ok") errors.inc({ method, code });
    if (method !== "getUpdates") duration.observe(ms / 1000);
  };
}

const INTERNAL_ERROR = /^5\d\d$/u;
const REFUSAL = /^\d+$/u;

/** A refusal is an answer; a broken connection or an internal error of Telegram is not. */
export function isUnreachable({ code }: EndedCall): boolean {
  return code !== "ok" && (INTERNAL_ERROR.test(code) || !REFUSAL.test(code));
}
