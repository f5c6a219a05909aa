/** Waits for one's turn to begin. */
export type TakeTurn = () => Promise<void>;

/** As many answers as are found in a few milliseconds, and that the next turn is not worth its effort. */
const IN_ONE_TURN = 8;

/**
 * Lets a few begin in each turn of the event loop, after whatever has arrived meanwhile. Finding an answer
 * keeps the process busy; without turns, many would be sent before the first is known to have arrived,
 * and a kill in between would have all of them sent twice.
 */
export function openTurns(): TakeTurn {
  const waiting: (() => void)[] = [];

  function callNext(): void {
    for (const begin of waiting.splice(0, IN_ONE_TURN)) begin();
    if (waiting.length > 0) setImmediate(callNext);
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(callNext);
    });
}
