import { setTimeout as sleep } from "node:timers/promises";

/** Nobody wants a bot to rest longer. A timer of more than 24 days would even fire at once. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** Waits, an hour at most, or stops waiting when told to; never throws. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await sleep(cappedMs(ms), undefined, { signal }).catch(() => undefined);
}

/** Waits may come from outside. What is not a number counts as the longest wait, not as none. */
export function cappedMs(ms: number): number {
  return Number.isNaN(ms) ? LONGEST_WAIT_MS : Math.min(Math.max(ms, 0), LONGEST_WAIT_MS);
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Twice as long after every failure in a row (1, 2, 3 …), up to half a minute. */
export function backoffMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
}
