import type { Observe } from "../delivery/delivery-event.ts";
import { isUnreachable } from "./call-metrics.ts";

export type Readiness =
  | "ready"
  /** Whatever does not need it is answered. */
  | "ready, but the database does not work"
  | "the database is waited for"
  | "Telegram has not answered yet"
  | "Telegram cannot be reached"
  | "stopping";

type TelegramReadiness = "ready" | "Telegram has not answered yet" | "Telegram cannot be reached";

const WITHOUT_DATABASE: Readonly<Record<TelegramReadiness, Readiness>> = {
  ready: "ready, but the database does not work",
  "Telegram has not answered yet": "the database is waited for",
  "Telegram cannot be reached": "Telegram cannot be reached",
};

type ReadinessTracker = { readonly observe: Observe; readonly readiness: () => Readiness };

/** Ready while Telegram answers, until the bot shuts down. A bot that starts waits for its database before it asks Telegram. */
export function trackReadiness(stopping: AbortSignal): ReadinessTracker {
  let telegram: TelegramReadiness = "Telegram has not answered yet";
  let lacksDatabase = false;
  return {
    observe(event) {
      if (event.kind === "degraded" && event.part === "database") lacksDatabase = event.isDegraded;
      if (event.kind !== "call-ended") return;
      if (isUnreachable(event.call)) {
        if (telegram === "ready") telegram = "Telegram cannot be reached";
      } else if (event.call.code === "ok") telegram = "ready";
    },
    readiness() {
      if (stopping.aborted) return "stopping";
      return lacksDatabase ? WITHOUT_DATABASE[telegram] : telegram;
    },
  };
}
