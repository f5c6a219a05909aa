/** Calls that are under way and still waited for, and what is to happen if they take long. */
export type SlowCalls = {
  /** Resolves or fails as the call does; or as `instead` does, where the call takes too long. */
  readonly wait: (call: Promise<unknown>, instead: () => Promise<unknown>) => Promise<unknown>;
  /** To be called every now and then: gives up waiting for what has taken too long. */
  readonly look: () => void;
};

/**
 * Far longer than Telegram takes as a rule. Longer, and a few slow chats fill what is under way by polling,
 * a hundred updates, so that all others wait.
 */
const SLOW_MS = 1000;

/** `now` in milliseconds, never going back. One look at many calls costs less than a timer for each. */
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
    look() {
      const time = now();
      for (const entry of waiting) {
        // They stand in the order in which they began.
        if (time - entry.since < SLOW_MS) return;
        waiting.delete(entry);
        entry.giveUp();
      }
    },
  };
}
