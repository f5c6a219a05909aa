import { setTimeout as wait } from "node:timers/promises";

/** Time, passed as an argument so that tests can shorten it. */
export type FeedClock = {
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** Also resolves, at once, when the process is to end. */
  readonly sleep: (ms: number) => Promise<unknown>;
  /** 0 to 1: spreads rounds, so that not all feeds are due at the same time. */
  readonly random: () => number;
};

export function systemFeedClock(signal: AbortSignal): FeedClock {
  return {
    now: () => Date.now(),
    sleep: (ms) => wait(ms, undefined, { signal, ref: false }).catch(() => undefined),
    random: () => Math.random(),
  };
}
