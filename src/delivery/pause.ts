import { setTimeout as sleep } from "node:timers/promises";

/** No longer pause is useful, and a timer of more than 24 days would fire at once. */
const MAX_WAIT_MS = 60 * 60_000;

/** Waits, for an hour at most, or until `signal` is aborted; never throws. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await sleep(cappedMs(ms), undefined, { signal }).catch(() => undefined);
}

/** The wait may come from outside. NaN counts as the longest wait, not as none. */
export function cappedMs(ms: number): number {
  return Number.isNaN(ms) ? MAX_WAIT_MS : Math.min(Math.max(ms, 0), MAX_WAIT_MS);
}

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;

/** Doubles with every failure in a row (1, 2, 3 …), up to half a minute. */
export function backoffMs(failures: number): number {
  return Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
}
