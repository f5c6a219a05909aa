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

/** How many steps of 5 ms such work takes in each turn of the event loop. */
async function stepsPerTurn(works: number): Promise<readonly number[]> {
  const turns: number[] = [];
  let steps = 0;
  const counted = function* (): Steps<string> {
    for (let step = 0; step < 40 / works; step += 1) {
      busyFor(5);
      steps += 1;
      yield;
    }
    return "done";
  };
  const { signal } = new AbortController();
  const done = new AbortController();
  const working = Promise.all(
    Array.from({ length: works }, () => runInSlices(counted(), signal)),
  ).finally(() => done.abort());
  while (!done.signal.aborted) {
    turns.push(steps);
    steps = 0;
    await nextTurn();
  }
  expect(await working).toEqual(Array.from({ length: works }, () => "done"));
  return turns;
}

test.each([1, 4])(
  "long work, were it %i at once, gives way to the event loop after every slice",
  async (works) => {
    // A slice of 8 ms ends with its second step of 5 ms at the latest.
    expect(Math.max(...(await stepsPerTurn(works)))).toBeLessThanOrEqual(2);
  },
);

test("short work does not wait for long work that began before", async () => {
  const { signal } = new AbortController();
  const ended: string[] = [];
  const long = runInSlices(work(40), signal).then(() => ended.push("long"));
  const short = runInSlices(work(2), signal).then(() => ended.push("short"));
  await Promise.all([long, short]);
  expect(ended).toEqual(["short", "long"]);
});

test("work that throws holds up nothing else", async () => {
  const { signal } = new AbortController();
  const failing = runInSlices(
    (function* (): Steps<string> {
      yield;
      throw new Error("broken");
    })(),
    signal,
  );
  const other = runInSlices(work(2), signal);
  await expect(failing).rejects.toThrow("broken");
  expect(await other).toBe("done");
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
