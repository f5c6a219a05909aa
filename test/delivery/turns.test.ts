import { expect, test } from "vitest";
import { openTurns } from "../../src/delivery/turns.ts";

const NAMES = Array.from({ length: 24 }, (_, number) => String(number));

test("a few begin in each turn of the event loop, in the order of asking", async () => {
  const takeTurn = openTurns();
  let turn = 0;
  const count = () => {
    turn += 1;
    if (turn < 100) setImmediate(count);
  };
  count();
  const began = async (name: string) => {
    const end = await takeTurn();
    end();
    return { name, turn };
  };
  const begun = await Promise.all(NAMES.map(began));
  expect(begun.map(({ name }) => name)).toEqual(NAMES);
  const turns = new Set(begun.map((one) => one.turn));
  expect(turns.size).toBeGreaterThan(2);
});

test("the next one begins when a turn has ended, whatever is awaited in it", async () => {
  const takeTurn = openTurns();
  const told: string[] = [];
  const work = async (name: string) => {
    const end = await takeTurn();
    told.push(`${name} begins`);
    for (let step = 0; step < 5; step += 1) await Promise.resolve();
    told.push(`${name} ends`);
    end();
    end();
  };
  await Promise.all(["a", "b", "c"].map(work));
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("a turn that nobody ends is over with its round, and its late end disturbs no other", async () => {
  const takeTurn = openTurns();
  const endFirst = await takeTurn();
  const endSecond = await takeTurn();
  const third = takeTurn();
  const fourth = takeTurn();
  await third;
  endFirst();
  endSecond();
  let hasBegun = false;
  void fourth.then(() => (hasBegun = true));
  await Promise.resolve();
  expect(hasBegun).toBe(false);
  await fourth;
});

test("after a rest turns are taken again", async () => {
  const takeTurn = openTurns();
  await takeTurn();
  await takeTurn();
  await Promise.all([takeTurn(), takeTurn()]);
});
