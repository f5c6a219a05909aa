import { readFileSync } from "node:fs";

const SOFT_LIMIT = /^Max open files\s+(?<soft>\d+)/mu;
/** What the process itself has open: its program, event loop, log, state, health checks. */
const OTHER_FILES = 32;
const FEWEST = 4;
/** More than Telegram serves a bot at once, and within what every system allows. */
const MOST = 256;

/**
 * How many connections to Telegram may be open at once. By webhook Telegram's own connections to the bot
 * take as many again.
 */
export function connectionsAllowed(read = readLimits): number {
  const soft = SOFT_LIMIT.exec(read())?.groups?.["soft"];
  if (soft === undefined) return MOST;
  return Math.min(MOST, Math.max(FEWEST, Math.floor((Number(soft) - OTHER_FILES) / 2)));
}

/** Linux tells a process its limits; elsewhere nothing is known of them. */
function readLimits(): string {
  try {
    return readFileSync("/proc/self/limits", "utf8");
  } catch {
    return "";
  }
}
