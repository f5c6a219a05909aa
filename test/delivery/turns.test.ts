import { expect, test } from "vitest";
import { openTurns } from "../../src/delivery/turns.ts";

test("each begins in a turn of the event loop of its own, in the order of asking", async () => {
  const takeTurn = openTurns();
  let turn = 0;
  const count = () => {
    turn += 1;
    if (turn < 100) setImmediate(count);
  };
  count();
  const began = (name: string) => takeTurn().then(() => ({ name, turn }));
  const begun = await Promise.all(["one", "two", "three"].map(began));
  expect(begun.map(({ name }) => name)).toEqual(["one", "two", "three"]);
  expect(new Set(begun.map((one) => one.turn)).size).toBe(3);
});

test("after a rest turns are taken again", async () => {
  const takeTurn = openTurns();
  await takeTurn();
  await takeTurn();
  await Promise.all([takeTurn(), takeTurn()]);
});
