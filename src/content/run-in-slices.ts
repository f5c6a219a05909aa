import { setImmediate as nextTurn } from "node:timers/promises";
import type { Steps } from "../languages/steps.ts";

/** An answer takes some ten turns of the event loop, and each may wait this long. */
const SLICE_MS = 8;

/** Runs long work between answers; resolves with `undefined` if `signal` is aborted before it is done. */
export async function runInSlices<Result>(
  steps: Steps<Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  while (!signal.aborted) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const { done, value } = steps.next();
      if (done) return value;
    }
    await nextTurn();
  }
  return undefined;
}
