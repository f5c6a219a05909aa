import { setImmediate as nextTurn } from "node:timers/promises";
import { runInSlices } from "../../content/run-in-slices.ts";
import type { Steps } from "../../languages/steps.ts";

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

/** The same for work in many short steps. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  const result = await runInSlices(steps, new AbortController().signal);
  if (result === undefined) throw new Error("Nothing came of this: try again.");
  return result;
}
