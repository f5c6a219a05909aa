import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { openAdmission } from "../../src/delivery/admission.ts";

const IDS = Array.from({ length: 24 }, (_, number) => number);

/**
 * Requests admission for all at once; returns those that start in each turn of the event loop. Finding an answer takes
 * `busyMs` of a clock of its own.
 */
async function turnsOf(ids: readonly number[], busyMs = 0): Promise<readonly number[][]> {
  let clock = 0;
  const turns: number[][] = [];
  const started: number[] = [];
  const begun: number[] = [];
  const { admit } = openAdmission(
    (updateId) => started.push(updateId),
    () => false,
    () => clock,
  );
  const begin = async (updateId: number) => {
    await admit({ updateId, isSuspect: false });
    // It was recorded before it starts, and those after it were not.
    expect(started.at(-1)).toBe(updateId);
    begun.push(updateId);
    turns.at(-1)?.push(updateId);
    clock += busyMs;
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

/** What starts of these; the ids of suspects are negative. */
function open(...ids: readonly number[]) {
  const begun: number[] = [];
  const { admit, leave } = openAdmission((updateId) => begun.push(updateId));
  const request = (updateId: number) => void admit({ updateId, isSuspect: updateId < 0 });
  for (const id of ids) request(id);
  return {
    request,
    leave,
    begun: async () => {
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      return begun;
    },
  };
}

test("a few start per turn of the event loop, in order of arrival", async () => {
  expect(await turnsOf(IDS)).toEqual([IDS.slice(0, 8), IDS.slice(8, 16), IDS.slice(16)]);
});

test("fewer do if their answers take long to find", async () => {
  expect(await turnsOf([1, 2, 3, 4, 5], 5)).toEqual([[1, 2], [3, 4], [5]]);
  expect(await turnsOf([1, 2, 3], 20)).toEqual([[1], [2], [3]]);
});

test("none starts while an answer is worked out", async () => {
  const begun: number[] = [];
  let isAnswering = false;
  const { admit } = openAdmission(
    (updateId) => begun.push(updateId),
    () => isAnswering,
  );
  for (const updateId of [1, 2, 3]) {
    void admit({ updateId, isSuspect: updateId === 3 }).then(() => (isAnswering = true));
  }
  const untilNext = async () => {
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    return begun;
  };
  expect(await untilNext()).toEqual([3]);
  isAnswering = false;
  expect(await untilNext()).toEqual([3, 1]);
  isAnswering = false;
  expect(await untilNext()).toEqual([3, 1, 2]);
});

test("admission goes on after a quiet time", async () => {
  const { request, begun } = open(1);
  expect(await begun()).toEqual([1]);
  request(2);
  request(3);
  expect(await begun()).toEqual([1, 2, 3]);
});

test("suspects are worked on one after another, in order of arrival", async () => {
  const { leave, begun } = open(-1, -2, -3);
  expect(await begun()).toEqual([-1]);
  leave(-1);
  expect(await begun()).toEqual([-1, -2]);
  // It has ended before, which says nothing of this one.
  leave(-1);
  expect(await begun()).toEqual([-1, -2]);
  leave(-2);
  expect(await begun()).toEqual([-1, -2, -3]);
});

test("others wait neither for a suspect nor for what takes several turns", async () => {
  const { request, begun } = open(...IDS, -1, -2);
  expect((await begun()).toSorted((one, other) => one - other)).toEqual([-1, ...IDS]);
  request(100);
  expect(await begun()).toContain(100);
});

test("a suspect that waits gives way to the next one, and is admitted again", async () => {
  const { request, leave, begun } = open(-1, -2);
  await begun();
  leave(-1);
  expect(await begun()).toEqual([-1, -2]);
  request(-1);
  expect(await begun()).toEqual([-1, -2]);
  leave(-2);
  expect(await begun()).toEqual([-1, -2, -1]);
});
