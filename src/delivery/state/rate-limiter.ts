import { LRUCache } from "lru-cache";

/** More messages at once than this are a flood, not haste. */
export const BURST = 20;
/** A reader may keep up this rate indefinitely; nobody reads faster. */
export const LEAK_PER_SECOND = 5;
const MAX_READERS = 10_000;

/** `limited` once, then `still-limited` until the reader has been quiet for a while. */
type Verdict = "allowed" | "limited" | "still-limited";
export type RateLimiter = (userId: number) => Verdict;

type Level = { readonly height: number; readonly at: number; readonly isSilenced: boolean };

/**
 * A leaky bucket per reader. Once it overflows, the reader is ignored until it is empty, so a flood gets
 * one notice. `now` is monotonic, in milliseconds.
 */
export function createRateLimiter(now: () => number): RateLimiter {
  const levels = new LRUCache<number, Level>({ max: MAX_READERS });

  return (userId) => {
    const time = now();
    const { height: before, at, isSilenced: was } = levels.get(userId) ?? { ...EMPTY, at: time };
    const left = Math.max(0, before - ((time - at) / 1000) * LEAK_PER_SECOND);
    const wasSilenced = was && left > 0;
    const isSilenced = wasSilenced || left + 1 > BURST;
    levels.set(userId, { height: Math.min(left + 1, BURST), at: time, isSilenced });
    if (!isSilenced) return "allowed";
    return wasSilenced ? "still-limited" : "limited";
  };
}

const EMPTY: Omit<Level, "at"> = { height: 0, isSilenced: false };
