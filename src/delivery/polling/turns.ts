/** Waits for one's turn to begin. */
export type TakeTurn = (turn: Turn) => Promise<void>;

type Turn = {
  readonly updateId: number;
  /** With no other beside it: a process has ended while it was worked on. */
  readonly isAlone: boolean;
};

/** As many answers as are found in a few milliseconds, so that more in one round would not be faster. */
const IN_ONE_ROUND = 8;

/**
 * Lets a few begin in each round of the event loop, after whatever has arrived meanwhile. Finding an answer
 * keeps the process busy; without rounds, many would be sent before the first is known to have arrived,
 * and a kill in between would have all of them sent twice. `onRound` is told before, so that it can be
 * written down on what the process works.
 */
export function openTurns(onRound: (updateIds: readonly number[]) => void): TakeTurn {
  const waiting: (Turn & { readonly begin: () => void })[] = [];

  function beginRound(): void {
    const round = waiting.splice(0, roundLength());
    onRound(round.map(({ updateId }) => updateId));
    for (const { begin } of round) begin();
    if (waiting.length > 0) setImmediate(beginRound);
  }

  function roundLength(): number {
    const firstAlone = waiting.slice(0, IN_ONE_ROUND).findIndex(({ isAlone }) => isAlone);
    if (firstAlone === -1) return IN_ONE_ROUND;
    return Math.max(1, firstAlone);
  }
  return (turn) =>
    new Promise((resolve) => {
      waiting.push({ ...turn, begin: resolve });
      if (waiting.length === 1) setImmediate(beginRound);
    });
}
