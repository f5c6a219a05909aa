import { describeError } from "../../logging/describe-error.ts";
import type { Log } from "../../logging/log.ts";

/** Asks Redis; gives nothing where it is away, and then leaves it alone for a while. */
export type RedisBreaker = <Value>(ask: () => Promise<Value>) => Promise<Value | undefined>;

/** So that a Redis that hangs costs one update a second its time, not each. */
const REST_MS = 1000;

/** Tells once that Redis is away, and once that it is back. `now` in milliseconds, never going back. */
export function openBreaker(
  log: Log,
  now: () => number,
  onChange: (isAway: boolean) => void = () => {},
): RedisBreaker {
  let isAway = false;
  let askedAgainAt = 0;

  return async (ask) => {
    if (isAway && now() < askedAgainAt) return undefined;
    // One update tries whether it is back; the others do not wait for the outcome.
    askedAgainAt = now() + REST_MS;
    try {
      const value = await ask();
      if (isAway) log("Redis is back: replicas share what they know again");
      turn(false);
      return value;
    } catch (error) {
      if (!isAway) log("Redis is away: this replica goes on by itself", { error: nameOf(error) });
      turn(true);
      return undefined;
    }
  };

  function turn(next: boolean): void {
    if (isAway !== next) onChange(next);
    isAway = next;
  }
}

const REFUSAL = /^[A-Z]{2,}/u;
/** What the client says without a code, where it has no connection or no answer. */
const CLIENT_FAILURES = [
  { message: /timed out/u, name: "no answer in time" },
  { message: /writeable|connection is closed|max retries/iu, name: "not connected" },
];

/** Redis says what is wrong in the first word: `READONLY`, `OOM`, `LOADING`. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return describeError(error);
  const refusal = REFUSAL.exec(error.message)?.[0];
  const failure = CLIENT_FAILURES.find(({ message }) => message.test(error.message))?.name;
  return refusal ?? failure ?? describeError(error);
}
