/** Runs the tasks of one key in order, and those of different keys concurrently. */
export type KeyedQueue = <Value>(key: number, task: () => Promise<Value>) => Promise<Value>;

export function openKeyedQueue(): KeyedQueue {
  const tails = new Map<number, Promise<unknown>>();

  return (key, task) => {
    const running = (tails.get(key) ?? Promise.resolve()).then(task);
    // The next task runs whether or not this one fails.
    const tail: Promise<void> = running.then(leave, leave);
    tails.set(key, tail);
    return running;

    function leave(): void {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
