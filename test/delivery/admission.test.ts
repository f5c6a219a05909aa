import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { openAdmission } from "../../src/delivery/admission.ts";

const IDS = Array.from({ length: 24 }, (_, number) => number);

type Found = {
  /** How long finding an answer takes, in milliseconds. */
  readonly busyMs?: number;
  readonly isAlone?: (updateId: number) => boolean;
};

/** Requests admission for all at once; returns those that start in each turn of the event loop. */
async function turnsOf(ids: readonly number[], { busyMs = 0, isAlone = () => false }: Found = {}) {
  const turns: number[][] = [];
  const started: number[] = [];
  const { admit, leave } = openAdmission((updateId) => started.push(updateId));
  const begun: number[] = [];
  const begin = async (updateId: number) => {
    await admit({ updateId, isAlone: isAlone(updateId) });
    // It was recorded before it starts, and those after it were not.
    expect(started.at(-1)).toBe(updateId);
    begun.push(updateId);
    turns.at(-1)?.push(updateId);
    busyFor(busyMs);
    leave(updateId);
  };
  const all = Promise.all(ids.map(begin));
  while (begun.length < ids.length) {
    turns.push([]);
    await nextTurn();
  }
  await all;
  expect(begun).toEqual(ids);
  return turns.filter(({ length }) => length > 0);
}

function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test("a few start per turn of the event loop, in order of arrival", async () => {
  expect(await turnsOf(IDS)).toEqual([IDS.slice(0, 8), IDS.slice(8, 16), IDS.slice(16)]);
});

test("fewer do if their answers take long to find", async () => {
  const turns = await turnsOf(IDS, { busyMs: 5 });
  expect(Math.max(...turns.map(({ length }) => length))).toBe(2);
  expect(await turnsOf([1, 2, 3], { busyMs: 20 })).toEqual([[1], [2], [3]]);
});

test.each([[[1]], [[2]], [[3]], [[1, 2, 3]]])(
  "those that have to be alone, %j of three, start in their order",
  async (alone) => {
    const turns = await turnsOf([1, 2, 3], { isAlone: (id) => alone.includes(id) });
    expect(turns.flat()).toEqual([1, 2, 3]);
  },
);

test("admission goes on after a quiet time", async () => {
  const { admit } = openAdmission(() => undefined);
  const turn = { updateId: 1, isAlone: false };
  await admit(turn);
  await admit(turn);
  await Promise.all([admit(turn), admit(turn)]);
});

test("nothing else is worked on while one that has to be alone is", async () => {
  const begun: number[] = [];
  const { admit, leave } = openAdmission((updateId) => begun.push(updateId));
  for (const updateId of [1, 2, 3, 4, 5]) void admit({ updateId, isAlone: updateId === 3 });
  await someTurns();
  expect(begun).toEqual([1, 2]);
  leave(2);
  await someTurns();
  expect(begun).toEqual([1, 2]);
  leave(1);
  await someTurns();
  expect(begun).toEqual([1, 2, 3]);
  // An earlier one has ended, which says nothing of this one.
  leave(2);
  await someTurns();
  expect(begun).toEqual([1, 2, 3]);
  leave(3);
  await someTurns();
  expect(begun).toEqual([1, 2, 3, 4, 5]);
});

test("others do not wait for what takes several turns", async () => {
  const begun: number[] = [];
  const { admit } = openAdmission((updateId) => begun.push(updateId));
  for (const updateId of IDS) void admit({ updateId, isAlone: false });
  await someTurns();
  expect(begun).toEqual(IDS);
});

async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
}
