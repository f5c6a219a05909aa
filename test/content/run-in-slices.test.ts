import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { runInSlices } from "../../src/content/run-in-slices.ts";
import { type Steps, lazy } from "../../src/languages/steps.ts";

function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

function* work(pieces: number): Steps<string> {
  for (let piece = 0; piece < pieces; piece += 1) {
    busyFor(5);
    yield;
  }
  return "done";
}

test("long work gives way to the event loop after every slice", async () => {
  const stepsPerTurn: number[] = [];
  let steps = 0;
  const counted = function* (): Steps<string> {
    for (let step = 0; step < 40; step += 1) {
      busyFor(5);
      steps += 1;
      yield;
    }
    return "done";
  };
  const done = new AbortController();
  const working = runInSlices(counted(), new AbortController().signal).finally(() => done.abort());
  while (!done.signal.aborted) {
    stepsPerTurn.push(steps);
    steps = 0;
    await nextTurn();
  }
  expect(await working).toBe("done");
  // A slice of 8 ms ends with its second step of 5 ms at the latest.
  expect(Math.max(...stepsPerTurn)).toBeLessThanOrEqual(2);
});

test("aborted work ends", async () => {
  const ending = new AbortController();
  const working = runInSlices(work(1_000_000), ending.signal);
  ending.abort();
  expect(await working).toBeUndefined();
});

test("an early caller gets the result at once, and it is made once", () => {
  let made = 0;
  const { get, prepare } = lazy(function* () {
    made += 1;
    yield* work(3);
    return made;
  });
  const preparing = prepare();
  preparing.next();
  expect(get()).toBe(1);
  expect([...preparing]).toEqual([]);
  expect(get()).toBe(1);
});

test("work that throws starts over for the next caller", () => {
  let tries = 0;
  const { get, prepare } = lazy(function* () {
    tries += 1;
    yield;
    if (tries === 1) throw new Error("not yet");
    return tries;
  });
  expect(() => [...prepare()]).toThrow("not yet");
  expect(get()).toBe(2);
});
