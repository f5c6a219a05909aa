import type { Observe } from "../delivery/delivery-event.ts";

export type Readiness = "ready" | "Telegram has not answered yet" | "stopping";

type FollowedReadiness = { readonly observe: Observe; readonly readiness: () => Readiness };

/** Ready from Telegram's first answer until the bot is told to stop. */
export function followReadiness(stopping: AbortSignal): FollowedReadiness {
  let hasAnswered = false;
  return {
    observe(event) {
      if (event.kind === "call-ended" && event.call.code === "ok") hasAnswered = true;
    },
    readiness() {
      if (stopping.aborted) return "stopping";
      return hasAnswered ? "ready" : "Telegram has not answered yet";
    },
  };
}
