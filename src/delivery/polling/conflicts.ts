/** Counts Telegram's 409: somebody else takes this bot's updates. */
export type Conflicts = { readonly note: () => Conflict };

type Conflict =
  /** `nth` of this series: waits grow with it. */
  { readonly kind: "borne"; readonly nth: number } | { readonly kind: "too-many" };

/**
 * With waits that double up to half a minute this takes three minutes, and twice as long where the two take
 * turns at polling: time enough for a deployment
 * that starts the new process before it stops the old one.
 */
const MOST_BORNE = 11;
/** Longer than a poll and the longest wait together, so that two instances at it never look calm. */
const CALM_AFTER_MS = 2 * 60_000;

/** Polls that succeed in between end no series: two instances also get some updates each. */
export function openConflicts(now: () => number = () => performance.now()): Conflicts {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    note() {
      if (now() - last > CALM_AFTER_MS) count = 0;
      last = now();
      count += 1;
      return count > MOST_BORNE ? { kind: "too-many" } : { kind: "borne", nth: count };
    },
  };
}
