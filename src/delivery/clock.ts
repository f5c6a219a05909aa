/** Time, passed as an argument so that tests can shorten it. */
export type Clock = {
  /** Unix time in milliseconds that does not jump while the process runs. */
  readonly now: () => number;
  /** Monotonic, in milliseconds. */
  readonly elapsed: () => number;
  /** How long a timer of this many milliseconds really runs. */
  readonly timerMs: (ms: number) => number;
};

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  elapsed: () => performance.now(),
  timerMs: (ms) => ms,
};
