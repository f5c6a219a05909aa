import { setImmediate as loopTurn } from "node:timers/promises";
import type { Steps } from "../search/index/steps.ts";

/** An answer takes some ten turns of the event loop: so long each of them may wait. */
const PIECE_MS = 8;

/** Does long work between answers; `undefined` if it was no longer wanted before it was done. */
export async function inPieces<Result>(
  pieces: Steps<Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  while (!signal.aborted) {
    const until = performance.now() + PIECE_MS;
    while (performance.now() < until) {
      const { done, value } = pieces.next();
      if (done) return value;
    }
    await loopTurn();
  }
  return undefined;
}
