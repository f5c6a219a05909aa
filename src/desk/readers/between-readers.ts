import { setImmediate as nextTurn } from "node:timers/promises";

/** Answers from a database are waited for together; readers, whose questions go there as well, come first. */
const AT_ONCE = 2;

/** Works on all in order, a few at a time; each is begun in a turn of its own, so that readers are answered in between. */
export async function betweenReaders<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  let turn = Promise.resolve();
  async function workOn(): Promise<void> {
    for (const [at, item] of left) {
      turn = turn.then(() => nextTurn());
      await turn;
      results[at] = await work(item);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, workOn));
  return results;
}
