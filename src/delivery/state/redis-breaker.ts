import { describeError } from "../../logging/describe-error.ts";
import type { Log } from "../../logging/log.ts";

/** Asks Redis. Resolves with nothing if Redis is down, and then does not ask again for a while. */
export type RedisBreaker = <Value>(ask: () => Promise<Value>) => Promise<Value | undefined>;

/** A Redis that hangs then delays one update a second instead of every update. */
const OPEN_MS = 1000;

/** A circuit breaker. Logs the outage and the recovery once each. `now` is monotonic, in milliseconds. */
export function openRedisBreaker(
  log: Log,
  now: () => number,
  onChange: (isOpen: boolean) => void = () => {},
): RedisBreaker {
  let isOpen = false;
  let nextTryAt = 0;

  return async (ask) => {
    if (isOpen && now() < nextTryAt) return undefined;
    // One update checks whether Redis is back; the others do not wait for the outcome.
    nextTryAt = now() + OPEN_MS;
    try {
      const value = await ask();
      if (isOpen) log("Redis is back: replicas share their state again");
      setOpen(false);
      return value;
    } catch (error) {
      if (!isOpen) log("Redis is down: this replica works alone", { error: nameOf(error) });
      setOpen(true);
      return undefined;
    }
  };

  function setOpen(next: boolean): void {
    if (isOpen !== next) onChange(next);
    isOpen = next;
  }
}

const REFUSAL = /^[A-Z]{2,}/u;
/** Messages without a code, from a client that has no connection or no answer. */
const CLIENT_FAILURES = [
  { message: /timed out/u, name: "no answer in time" },
  { message: /writeable|connection is closed|max retries/iu, name: "not connected" },
];

/** The first word of a Redis error is its code: `READONLY`, `OOM`, `LOADING`. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return describeError(error);
  const refusal = REFUSAL.exec(error.message)?.[0];
  const failure = CLIENT_FAILURES.find(({ message }) => message.test(error.message))?.name;
  return refusal ?? failure ?? describeError(error);
}
