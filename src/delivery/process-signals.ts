import { setMaxListeners } from "node:events";
import type { Log } from "../logging/log.ts";
import { describeCallError } from "./transport/describe-call-error.ts";

/** How long updates in progress may take to finish; supervisors kill the process at ten seconds. */
const GRACE_MS = 9000;
/** Under npm, one Ctrl-C may reach the process twice. */
const SAME_REQUEST_MS = 1000;

/** Aborted by SIGTERM or SIGINT. A second request, or nine seconds, ends the process at once. */
export function shutdownSignal(log: Log): AbortSignal {
  const controller = new AbortController();
  // Everything that waits adds a listener, and under load there are many.
  setMaxListeners(0, controller.signal);
  let requestedAt = 0;
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    process.on(name, () => {
      if (!controller.signal.aborted) {
        requestedAt = performance.now();
        log("stopping: finishing answers in progress", { signal: name });
        controller.abort();
        setTimeout(() => exitNow(log, "answers in progress took too long"), GRACE_MS).unref();
      } else if (performance.now() - requestedAt > SAME_REQUEST_MS) {
        exitNow(log, "asked to stop a second time");
      }
    });
  }
  return controller.signal;
}

/** Ends the process on an uncaught error, logged without the token or the reader's words. */
export function exitOnUncaughtErrors(log: Log): void {
  for (const name of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(name, (error) => exitNow(log, `a bug: ${describeCallError(error)}`));
  }
}

function exitNow(log: Log, why: string): never {
  log(`ending at once: ${why}`);
  process.exit(1);
}

/** By default these end the process or open a debugger port. */
const IGNORED_SIGNALS = ["SIGUSR1", "SIGUSR2"] as const;

/**
 * Reloads the articles on SIGHUP, as other servers reload their settings. Closing the terminal in which
 * the bot was started therefore does not end it.
 */
export function handleOtherSignals(reload: () => unknown, log: Log): void {
  process.on("SIGHUP", () => void reload());
  for (const name of IGNORED_SIGNALS) {
    process.on(name, () => log("this signal does nothing", { signal: name }));
  }
}
