import { setImmediate } from "node:timers";
import type { Steps } from "../languages/steps.ts";

/** An answer takes some ten turns of the event loop, and each may wait this long. */
const SLICE_MS = 8;

/** Continues until this time, in milliseconds; returns whether it is over. */
type Work = (until: number) => boolean;

/** Of the whole process, as its event loop is. */
const waiting: Work[] = [];
let isTurnScheduled = false;

/**
 * Runs long work between answers; resolves with `undefined` if `signal` is aborted before it is done. All such work shares one
 * slice of each turn of the event loop, and takes turns.
 */
export function runInSlices<Result>(
  steps: Steps<Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    waiting.push((until) => {
      try {
        while (!signal.aborted) {
          const { done, value } = steps.next();
          if (done) {
            resolve(value);
            return true;
          }
          if (performance.now() >= until) return false;
        }
        resolve(undefined);
      } catch (error) {
        reject(error);
      }
      return true;
    });
    scheduleTurn();
  });
}

function scheduleTurn(): void {
  if (isTurnScheduled || waiting.length === 0) return;
  isTurnScheduled = true;
  setImmediate(takeTurn);
}

function takeTurn(): void {
  isTurnScheduled = false;
  const until = performance.now() + SLICE_MS;
  while (performance.now() < until) {
    const work = waiting.shift();
    if (work === undefined) return;
    if (!work(until)) waiting.push(work);
  }
  scheduleTurn();
}
