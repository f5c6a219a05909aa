import type { Observe } from "../delivery/delivery-event.ts";
import { isUnreachable } from "./call-metrics.ts";

export type Readiness =
  | "ready"
  | "Telegram has not answered yet"
  | "Telegram cannot be reached"
  | "stopping";

type ReadinessTracker = { readonly observe: Observe; readonly readiness: () => Readiness };

/** Ready while Telegram answers, until the bot shuts down. */
export function trackReadiness(stopping: AbortSignal): ReadinessTracker {
  let telegram: Exclude<Readiness, "stopping"> = "Telegram has not answered yet";
  return {
    observe(event) {
      if (event.kind !== "call-ended") return;
      if (isUnreachable(event.call)) {
        if (telegram === "ready") telegram = "Telegram cannot be reached";
      } else if (event.call.code === "ok") telegram = "ready";
    },
    readiness: () => (stopping.aborted ? "stopping" : telegram),
  };
}
