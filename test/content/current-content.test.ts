import { setImmediate as loopTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { runInSlices } from "../../src/content/current-content.ts";
import { type Steps, lazy } from "../../src/search/index/steps.ts";

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

test("long work lets others have their turn in between", async () => {
  const done = new AbortController();
  const working = runInSlices(work(40), new AbortController().signal).finally(() => done.abort());
  let longest = 0;
  let turns = 0;
  for (let last = performance.now(); !done.signal.aborted; last = performance.now()) {
    await loopTurn();
    turns += 1;
    longest = Math.max(longest, performance.now() - last);
  }
  expect(await working).toBe("done");
  expect(turns).toBeGreaterThan(10);
  expect(longest).toBeLessThan(100);
});

test("work that is no longer wanted ends", async () => {
  const ending = new AbortController();
  const working = runInSlices(work(1_000_000), ending.signal);
  ending.abort();
  expect(await working).toBeUndefined();
});

test("whoever needs the result before it is done gets it at once, and it is made once", () => {
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

test("what throws begins anew for the next who asks", () => {
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
