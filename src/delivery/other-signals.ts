import type { Log } from "../logging/log.ts";

/** What these would do by themselves: end the process, or open a port for debuggers. */
const MEANINGLESS = ["SIGUSR1", "SIGUSR2"] as const;

/**
 * SIGHUP reads the articles again, as of other servers their settings. So nothing ends the bot when the
 * terminal goes away in which it was started.
 */
export function heedOtherSignals(reload: () => void, log: Log): void {
  process.on("SIGHUP", reload);
  for (const name of MEANINGLESS) {
    process.on(name, () => log("this signal does nothing", { signal: name }));
  }
}
