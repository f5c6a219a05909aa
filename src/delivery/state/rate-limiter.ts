import { LRUCache } from "lru-cache";

/** So many messages at once are nobody's hurry, but a flood. */
export const BURST = 20;
/** A reader who goes on at this pace is answered for ever; no one reads faster. */
export const CALM_PER_SECOND = 5;
const MOST_READERS = 10_000;

/** How a reader's next message counts: `too-fast` once, then `still-too-fast` until it was quiet for a while. */
type Step = "fine" | "too-fast" | "still-too-fast";
export type Pace = (userId: number) => Step;

type Level = { readonly height: number; readonly at: number; readonly isSilenced: boolean };

/**
 * A bucket for each reader into which every message pours and that leaks steadily. Where it runs over,
 * the reader meets silence until it is empty, so that a flood gets one notice. `now` in milliseconds,
 * never going back.
 */
export function keepPace(now: () => number): Pace {
  const levels = new LRUCache<number, Level>({ max: MOST_READERS });

  return (userId) => {
    const time = now();
    const { height: before, at, isSilenced: was } = levels.get(userId) ?? { ...EMPTY, at: time };
    const left = Math.max(0, before - ((time - at) / 1000) * CALM_PER_SECOND);
    const wasSilenced = was && left > 0;
    const isSilenced = wasSilenced || left + 1 > BURST;
    levels.set(userId, { height: Math.min(left + 1, BURST), at: time, isSilenced });
    if (!isSilenced) return "fine";
    return wasSilenced ? "still-too-fast" : "too-fast";
  };
}

const EMPTY: Omit<Level, "at"> = { height: 0, isSilenced: false };
