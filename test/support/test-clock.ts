import { type Clock, SYSTEM_CLOCK } from "../../src/delivery/clock.ts";

/** Timers of a few seconds take a fraction of one. */
const TIMER_SPEED = 20;

export type TestClock = Clock & {
  /** Lets this much time pass at once. */
  readonly skip: (ms: number) => void;
};

/** A clock with fast timers that can be put forward. `now` runs `speed` times as fast as usual. */
export function openTestClock({ speed = 1 } = {}): TestClock {
  const { now, elapsed } = SYSTEM_CLOCK;
  const start = now();
  let skipped = 0;
  return {
    now: () => start + (now() - start) * speed + skipped,
    elapsed: () => elapsed() + skipped,
    timerMs: (ms) => ms / TIMER_SPEED,
    skip: (ms) => {
      skipped += ms;
    },
  };
}
