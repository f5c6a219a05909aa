import { describeError } from "../../logging/describe-error.ts";
import type { Log } from "../../logging/log.ts";

/**
 * Asks the store that replicas share. Resolves with nothing if it is down, and then does not ask again for a while.
 */
export type Breaker = <Value>(ask: () => Promise<Value>) => Promise<Value | undefined>;

export type BreakerParts = {
  /** What the log calls the store. */
  readonly store: "Redis" | "the database";
  readonly log: Log;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
  readonly onChange?: (isOpen: boolean) => void;
};

/** A store that hangs then delays one update a second instead of every update. */
const OPEN_MS = 1000;

/** A circuit breaker. Logs the outage and the recovery once each. */
export function openBreaker({ store, log, now, onChange = () => {} }: BreakerParts): Breaker {
  let isOpen = false;
  let nextTryAt = 0;

  return async (ask) => {
    if (isOpen && now() < nextTryAt) return undefined;
    // One update checks whether the store is back; the others do not wait for the outcome.
    nextTryAt = now() + OPEN_MS;
    try {
      const value = await ask();
      if (isOpen) log(`${store} is back: replicas share their state again`);
      setOpen(false);
      return value;
    } catch (error) {
      if (!isOpen) log(`${store} is down: this replica works alone`, { error: nameOf(error) });
      setOpen(true);
      return undefined;
    }
  };

  function setOpen(next: boolean): void {
    if (isOpen !== next) onChange(next);
    isOpen = next;
  }
}

const REDIS_REFUSAL = /^[A-Z]{2,}/u;
/** Messages without a code, from a client that has no connection or no answer. */
const CLIENT_FAILURES = [
  { message: /timed out|timeout/iu, name: "no answer in time" },
  {
    message: /writeable|connection is closed|max retries|connection terminated/iu,
    name: "not connected",
  },
];

/** The first word of a Redis error is its code: `READONLY`, `OOM`, `LOADING`. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return describeError(error);
  const refusal = REDIS_REFUSAL.exec(error.message)?.[0];
  const failure = CLIENT_FAILURES.find(({ message }) => message.test(error.message))?.name;
  return refusal ?? failure ?? describeError(error);
}
