import { setImmediate } from "node:timers";
import type { Steps } from "../languages/steps.ts";

/** Whatever comes in meanwhile waits this long, and for the step that is going on. */
const SLICE_MS = 8;
/** One turn in so many begins with what no reader waits for, so that a reload ends however much is asked. */
const TURNS_OF_READERS = 4;

/** Continues until this time, in milliseconds; returns whether it is over. */
type Work = (until: number) => boolean;

// Of the whole process, as its event loop is.
const forReaders: Work[] = [];
const background: Work[] = [];
let turns = 0;
let isTurnScheduled = false;
/** If something has run in this turn. */
let sliceEndsAt: number | undefined;

/**
 * Runs long work beside answers; resolves with `undefined` if `signal` is aborted before it is done. All such work, and all
 * answers, share one slice of each turn of the event loop; such work takes turns.
 */
export function runInSlices<Result>(
  steps: Steps<Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  return runIn(background, unlessAborted(steps, signal));
}

/** The same for work that always goes on to its end. */
export function runInBackground<Result>(steps: Steps<Result>): Promise<Result> {
  return runIn(background, steps);
}

/** Runs what a reader waits for: one after the other, before other work, the first at once as far as the slice of this turn reaches. */
export function runForReader<Result>(steps: Steps<Result>): Promise<Result> {
  return runIn(forReaders, steps);
}

/** Whether the answer to a reader is being worked out, so that another one would have to wait. */
export function isAnswering(): boolean {
  return forReaders.length > 0;
}

function* unlessAborted<Result>(
  steps: Steps<Result>,
  signal: AbortSignal,
): Steps<Result | undefined> {
  while (!signal.aborted) {
    const { done, value } = steps.next();
    if (done) return value;
    yield;
  }
  return undefined;
}

function runIn<Result>(line: Work[], steps: Steps<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    line.push((until) => {
      try {
        do {
          const { done, value } = steps.next();
          if (done) {
            resolve(value);
            return true;
          }
        } while (performance.now() < until);
        return false;
      } catch (error) {
        reject(error);
        return true;
      }
    });
    if (line === forReaders && line.length === 1) runReaders(sliceOfTurn());
    scheduleTurn();
  });
}

/** When the slice of this turn ends. */
function sliceOfTurn(): number {
  sliceEndsAt ??= performance.now() + SLICE_MS;
  return sliceEndsAt;
}

/** The turn that ends the slice, too. */
function scheduleTurn(): void {
  const isNeeded = sliceEndsAt !== undefined || forReaders.length + background.length > 0;
  if (isTurnScheduled || !isNeeded) return;
  isTurnScheduled = true;
  setImmediate(takeTurn);
}

function takeTurn(): void {
  isTurnScheduled = false;
  turns += 1;
  const until = sliceOfTurn();
  if (turns % TURNS_OF_READERS === 0) runBackground(until);
  runReaders(until);
  runBackground(until);
  // What readers ask before the next turn begins is worked on at once.
  sliceEndsAt = undefined;
  scheduleTurn();
}

function runReaders(until: number): void {
  while (performance.now() < until) {
    const [first] = forReaders;
    if (first === undefined || !first(until)) return;
    forReaders.shift();
  }
}

function runBackground(until: number): void {
  while (performance.now() < until) {
    const work = background.shift();
    if (work === undefined) return;
    if (!work(until)) background.push(work);
  }
}
