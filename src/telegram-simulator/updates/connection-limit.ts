/** Lets so many tasks run at the same time; the others wait in line. */
export type ConnectionLimit = <T>(task: () => Promise<T>) => Promise<T>;

export function limitConnections(most: number): ConnectionLimit {
  const waiting: (() => void)[] = [];
  let open = 0;

  return async (task) => {
    if (open >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    open++;
    try {
      return await task();
    } finally {
      open--;
      waiting.shift()?.();
    }
  };
}
