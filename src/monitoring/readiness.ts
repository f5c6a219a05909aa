import type { Observe } from "../delivery/delivery-event.ts";
import { isAway } from "./call-metrics.ts";

export type Readiness =
  | "ready"
  | "Telegram has not answered yet"
  | "Telegram cannot be reached"
  | "stopping";

type FollowedReadiness = { readonly observe: Observe; readonly readiness: () => Readiness };

/** Ready while Telegram answers, until the bot is told to stop. */
export function followReadiness(stopping: AbortSignal): FollowedReadiness {
  let telegram: Exclude<Readiness, "stopping"> = "Telegram has not answered yet";
  return {
    observe(event) {
      if (event.kind !== "call-ended") return;
      if (isAway(event.call)) {
        if (telegram === "ready") telegram = "Telegram cannot be reached";
      } else if (event.call.code === "ok") telegram = "ready";
    },
    readiness: () => (stopping.aborted ? "stopping" : telegram),
  };
}
