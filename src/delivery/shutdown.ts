import { setMaxListeners } from "node:events";
import { describeCallError } from "./transport/describe-call-error.ts";
import type { Log } from "../logging/log.ts";

/** Answers under way get this long; whoever supervises the process would kill it at ten seconds. */
const PATIENCE_MS = 9000;
/** Ctrl-C reaches the process twice when npm passes it on as well. */
const SAME_WISH_MS = 1000;

/** Aborted when the process is asked to stop. A second request, or nine seconds, end it at once. */
export function stopRequests(log: Log): AbortSignal {
  const controller = new AbortController();
  // Whoever waits listens, and under load many wait.
  setMaxListeners(0, controller.signal);
  let askedAt = 0;
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    process.on(name, () => {
      if (!controller.signal.aborted) {
        askedAt = performance.now();
        log("stopping: answers under way are finished", { signal: name });
        controller.abort();
        setTimeout(() => leave(log, "answers under way took too long"), PATIENCE_MS).unref();
      } else if (performance.now() - askedAt > SAME_WISH_MS) {
        leave(log, "asked to stop a second time");
      }
    });
  }
  return controller.signal;
}

/** What nobody expected ends the process, told without the token and the reader's words. */
export function endOnSurprise(log: Log): void {
  for (const name of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(name, (error) => leave(log, `a bug: ${describeCallError(error)}`));
  }
}

function leave(log: Log, why: string): never {
  log(`ending at once: ${why}`);
  process.exit(1);
}
