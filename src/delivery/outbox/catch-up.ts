/** When replicas may take over each other's calls after the store they share was away. */
export type CatchUp = {
  /** Call this after each command: whether the store took it. */
  readonly note: (isTaken: boolean) => void;
  /** False while the store is away, and until each replica has told it what it missed. */
  readonly isOver: () => boolean;
  readonly isAway: () => boolean;
};

/**
 * Once the store has been back for so long in all, each replica has told it what it missed, as far as it can reach the store
 * as well: it notices within some four seconds, three for a statement that is lost and one until the breaker asks again. A
 * shorter outage meanwhile only lasts for itself. If it started again, a store that fails again and again would hold up owed
 * calls, and all later ones of their chats, for good; if this were longer, such a store would hold them up most of the time.
 */
const CATCH_UP_MS = 5000;

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
