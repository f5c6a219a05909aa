/** Waits for one's turn to begin, and is given how to end it: when what keeps the process busy is done. */
export type TakeTurn = () => Promise<EndTurn>;

export type EndTurn = () => void;

/** As many answers as are found in a few milliseconds, so that more in one round would not be faster. */
const IN_ONE_ROUND = 8;

/**
 * Lets one after the other begin, a few in each round of the event loop, after whatever has arrived
 * meanwhile. Finding an answer keeps the process busy; without rounds, many would be sent before the first
 * is known to have arrived, and a kill in between would have all of them sent twice. Of those in a round one
 * begins when the turn of the one before has ended, so that what ends the process is known; a turn ends with
 * its round at the latest.
 */
export function openTurns(): TakeTurn {
  const waiting: ((end: EndTurn) => void)[] = [];
  let leftInRound = 0;
  let isRound = false;
  let current = 0;

  function beginRound(): void {
    leftInRound = IN_ONE_ROUND;
    isRound = waiting.length > 0;
    if (!isRound) return;
    setImmediate(beginRound);
    callNext();
  }

  function callNext(): void {
    const begin = leftInRound > 0 ? waiting.shift() : undefined;
    if (!begin) return;
    leftInRound -= 1;
    current += 1;
    const own = current;
    begin(() => {
      // It may have ended with its round, and another one's may have begun.
      if (own !== current) return;
      current += 1;
      callNext();
    });
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isRound) return;
      isRound = true;
      setImmediate(beginRound);
    });
}
