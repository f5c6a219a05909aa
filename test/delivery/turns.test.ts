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
  const began = (name: string) => takeTurn().then(() => ({ name, turn }));
  const begun = await Promise.all(NAMES.map(began));
  expect(begun.map(({ name }) => name)).toEqual(NAMES);
  const turns = new Set(begun.map((one) => one.turn));
  expect(turns.size).toBeGreaterThan(2);
});

test("after a rest turns are taken again", async () => {
  const takeTurn = openTurns();
  await takeTurn();
  await takeTurn();
  await Promise.all([takeTurn(), takeTurn()]);
});
