/** Does the work of one key in its order, and that of others beside it. */
export type Lanes = <Value>(key: number, work: () => Promise<Value>) => Promise<Value>;

export function openLanes(): Lanes {
  const tails = new Map<number, Promise<unknown>>();

  return (key, work) => {
    const turn = (tails.get(key) ?? Promise.resolve()).then(work);
    // The next one goes on, whatever becomes of this one.
    const tail: Promise<void> = turn.then(leave, leave);
    tails.set(key, tail);
    return turn;

    function leave(): void {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
