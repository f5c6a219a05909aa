/** Waits for calls in progress, and gives up waiting for slow ones. */
export type SlowCalls = {
  /** Settles as the call does or, if that takes too long, as `instead` does. */
  readonly wait: (call: Promise<unknown>, instead: () => Promise<unknown>) => Promise<unknown>;
  /** Call this regularly: gives up waiting for what has taken too long. */
  readonly check: () => void;
};

/**
 * Far longer than Telegram usually takes. With a higher limit, a few slow chats would fill the polling window
 * of a hundred updates, and everybody else would wait.
 */
const SLOW_MS = 1000;

/** `now` is monotonic, in milliseconds. One check of all calls costs less than a timer for each. */
export function watchSlowCalls(now = () => performance.now()): SlowCalls {
  const waiting = new Set<{ readonly since: number; readonly giveUp: () => void }>();

  return {
    wait: (call, instead) =>
      new Promise((resolve, reject) => {
        const entry = {
          since: now(),
          giveUp() {
            instead().then(resolve, reject);
          },
        };
        waiting.add(entry);
        call.finally(() => waiting.delete(entry)).then(resolve, reject);
      }),
    check() {
      const time = now();
      for (const entry of waiting) {
        // Entries are in the order in which they started.
        if (time - entry.since < SLOW_MS) return;
        waiting.delete(entry);
        entry.giveUp();
      }
    },
  };
}
