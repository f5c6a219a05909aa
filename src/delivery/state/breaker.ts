import type { Log } from "../../logging/log.ts";
import type { SharedStore } from "./shared-store.ts";

/**
 * Asks the store that replicas share. Resolves with nothing if it is down, and then does not ask again for a while.
 */
export type Breaker = <Value>(ask: () => Promise<Value>) => Promise<Value | undefined>;

export type BreakerParts = {
  readonly store: Pick<SharedStore, "name" | "whyDown">;
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
    const isCheck = isOpen;
    nextTryAt = now() + OPEN_MS;
    try {
      const value = await ask();
      // An answer to what was asked before it opened says nothing new.
      if (isOpen && isCheck) {
        log(`${store.name} is back: replicas share their state again`);
        setOpen(false);
      }
      return value;
    } catch (error) {
      if (!isOpen)
        log(`${store.name} is down: this replica works alone`, { error: store.whyDown(error) });
      setOpen(true);
      nextTryAt = now() + OPEN_MS;
      return undefined;
    }
  };

  function setOpen(next: boolean): void {
    if (isOpen !== next) onChange(next);
    isOpen = next;
  }
}
