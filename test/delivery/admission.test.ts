import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { openAdmission } from "../../src/delivery/admission.ts";

const IDS = Array.from({ length: 24 }, (_, number) => number);

/** Requests admission for all at once; returns the batches in which they start. */
async function roundsOf(ids: readonly number[], isAlone = (_id: number) => false) {
  const rounds: (readonly number[])[] = [];
  const begun: number[] = [];
  const { admit, leave } = openAdmission((round) => rounds.push(round));
  const begin = async (updateId: number) => {
    await admit({ updateId, isAlone: isAlone(updateId) });
    begun.push(updateId);
    // It was recorded before it starts.
    expect(rounds.at(-1)).toContain(updateId);
    leave(updateId);
  };
  await Promise.all(ids.map(begin));
  expect(begun).toEqual(ids);
  return rounds;
}

test("a few start per turn of the event loop, in order of arrival", async () => {
  expect(await roundsOf(IDS)).toEqual([IDS.slice(0, 8), IDS.slice(8, 16), IDS.slice(16)]);
});

test.each([
  [[1, 2, 3], [[1], [2, 3]], [1]],
  [[1, 2, 3], [[1], [2], [3]], [2]],
  [[1, 2, 3], [[1, 2], [3]], [3]],
  [
    [1, 2, 3],
    [[1], [2], [3]],
    [1, 2, 3],
  ],
])("of %j, those that have to start alone do: %j", async (ids, rounds, alone) => {
  expect(await roundsOf(ids, (id) => alone.includes(id))).toEqual(rounds);
});

test("admission goes on after a quiet time", async () => {
  const { admit } = openAdmission(() => undefined);
  const turn = { updateId: 1, isAlone: false };
  await admit(turn);
  await admit(turn);
  await Promise.all([admit(turn), admit(turn)]);
});

test("nothing else is worked on while one that has to be alone is", async () => {
  const begun: number[] = [];
  const { admit, leave } = openAdmission((ids) => begun.push(...ids));
  for (const updateId of [1, 2, 3, 4, 5]) void admit({ updateId, isAlone: updateId === 3 });
  await turns();
  expect(begun).toEqual([1, 2]);
  leave(2);
  await turns();
  expect(begun).toEqual([1, 2]);
  leave(1);
  await turns();
  expect(begun).toEqual([1, 2, 3]);
  // An earlier one has ended, which says nothing of this one.
  leave(2);
  await turns();
  expect(begun).toEqual([1, 2, 3]);
  leave(3);
  await turns();
  expect(begun).toEqual([1, 2, 3, 4, 5]);
});

test("others do not wait for what takes several turns", async () => {
  const begun: number[] = [];
  const { admit } = openAdmission((ids) => begun.push(...ids));
  for (const updateId of IDS) void admit({ updateId, isAlone: false });
  await turns();
  expect(begun).toEqual(IDS);
});

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
}
