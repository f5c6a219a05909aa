import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { isAnswering, runForReader, runInSlices } from "../../src/content/run-in-slices.ts";
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

type Run = (steps: Steps<string>) => Promise<string | undefined>;

const inBackground: Run = (steps) => runInSlices(steps, new AbortController().signal);

/** For a reader and in the background, by turns. */
function eitherWay(): Run {
  let count = 0;
  return (steps) => {
    count += 1;
    return count % 2 === 0 ? inBackground(steps) : runForReader(steps);
  };
}

/** How many steps of 5 ms such work takes in each turn of the event loop. */
async function stepsPerTurn(works: number, run: Run): Promise<readonly number[]> {
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
  const done = new AbortController();
  const working = Promise.all(Array.from({ length: works }, () => run(counted()))).finally(() =>
    done.abort(),
  );
  while (!done.signal.aborted) {
    turns.push(steps);
    steps = 0;
    await nextTurn();
  }
  expect(await working).toEqual(Array.from({ length: works }, () => "done"));
  return turns;
}

test.each([
  ["long work", 1, inBackground],
  ["long work", 4, inBackground],
  ["what readers wait for", 1, runForReader],
  ["what readers wait for", 4, runForReader],
  ["either", 4, eitherWay()],
] as const)(
  "%s, were it %i at once, gives way to the event loop after every slice",
  async (_what, works, run) => {
    // A slice of 8 ms ends with its second step of 5 ms at the latest.
    expect(Math.max(...(await stepsPerTurn(works, run)))).toBeLessThanOrEqual(2);
  },
);

test("readers are answered one after the other, before long work that began earlier ends", async () => {
  const ended: string[] = [];
  const long = inBackground(work(20)).then(() => ended.push("long"));
  const first = runForReader(work(6)).then(() => ended.push("first"));
  const second = runForReader(work(2)).then(() => ended.push("second"));
  await Promise.all([long, first, second]);
  expect(ended).toEqual(["first", "second", "long"]);
});

test("long work ends, however many readers wait", async () => {
  const ended: string[] = [];
  const long = inBackground(work(4)).then(() => ended.push("long"));
  const answers = Array.from({ length: 40 }, () => runForReader(work(2)));
  const last = Promise.all(answers).then(() => ended.push("last"));
  await Promise.all([long, last]);
  expect(ended).toEqual(["long", "last"]);
});

test("a short answer is there in the turn in which it is asked for", async () => {
  let isThere = false;
  await nextTurn();
  await nextTurn();
  // Without work that takes time: the slice of a process that has to wait for the processor may end.
  const answering = runForReader(work(0)).then(() => (isThere = true));
  expect(isAnswering()).toBe(false);
  await Promise.resolve();
  await Promise.resolve();
  expect(isThere).toBe(true);
  await answering;
});

test("while an answer takes several turns, that is known", async () => {
  const answering = runForReader(work(6));
  expect(isAnswering()).toBe(true);
  await answering;
  expect(isAnswering()).toBe(false);
  const long = inBackground(work(6));
  expect(isAnswering()).toBe(false);
  await long;
});

test("an answer that fails holds up no other", async () => {
  const failing = runForReader(
    (function* (): Steps<string> {
      yield;
      throw new Error("broken");
    })(),
  );
  const other = runForReader(work(2));
  await expect(failing).rejects.toThrow("broken");
  expect(await other).toBe("done");
});

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
