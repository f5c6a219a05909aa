/** Waits for one's turn to begin. */
export type TakeTurn = () => Promise<void>;

/**
 * Lets one begin in each turn of the event loop, after whatever has arrived meanwhile. Finding an answer
 * keeps the process busy; without turns, many would be sent before the first is known to have arrived,
 * and a kill in between would have all of them sent twice.
 */
export function openTurns(): TakeTurn {
  const waiting: (() => void)[] = [];

  function callNext(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(callNext);
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(callNext);
    });
}
