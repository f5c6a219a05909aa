/** When replicas may take over each other's calls after the store they share was away. */
export type CatchUp = {
  /** Call this after each command: whether the store took it. */
  readonly note: (isTaken: boolean) => void;
  /** False while the store is away, and until each replica has told it what it missed. */
  readonly isOver: () => boolean;
  readonly isAway: () => boolean;
};

/**
 * Once the store has been back for so long in all, each replica has told it what it missed: it notices within some three
 * seconds, one for a connection that hangs, one until the next, and one until the breaker asks. A shorter outage meanwhile
 * only lasts for itself: if it started again, a store that fails again and again would hold up owed calls, and all later ones
 * of their chats, for good. Longer, it would hold them up for most of the time.
 */
const CATCH_UP_MS = 4000;

/** `now` is in milliseconds. */
export function openCatchUp(now: () => number): CatchUp {
  let awaySince: number | undefined;
  let overAt = -Infinity;

  return {
    note(isTaken) {
      if (!isTaken) awaySince ??= now();
      if (!isTaken || awaySince === undefined) return;
      const isShort = now() - awaySince < CATCH_UP_MS;
      const isOneMore = isShort && awaySince < overAt;
      overAt = isOneMore ? overAt + now() - awaySince : now() + CATCH_UP_MS;
      awaySince = undefined;
    },
    isAway: () => awaySince !== undefined,
    isOver: () => awaySince === undefined && now() >= overAt,
  };
}
