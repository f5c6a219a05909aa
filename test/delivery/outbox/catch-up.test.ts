import { expect, test } from "vitest";
import { openCatchUp } from "../../../src/delivery/outbox/catch-up.ts";

/** Commands that a store takes (`up`) or does not (`down`), in seconds from the start. */
function afterCommands(...commands: readonly (readonly [seconds: number, how: "up" | "down"])[]) {
  let seconds = 0;
  const catchUp = openCatchUp(() => seconds * 1000);
  for (const [at, how] of commands) {
    seconds = at;
    catchUp.note(how === "up");
  }
  const isOverAt = (at: number) => {
    seconds = at;
    return catchUp.isOver();
  };
  return { isOverAt };
}

test("a store that was never away needs none", () => {
  expect(afterCommands().isOverAt(0)).toBe(true);
  expect(afterCommands([1, "up"]).isOverAt(1)).toBe(true);
});

test("it takes five seconds from when the store is back", () => {
  const { isOverAt } = afterCommands([1, "up"], [2, "down"], [60, "down"], [90, "up"], [91, "up"]);
  expect([isOverAt(94), isOverAt(95)]).toEqual([false, true]);
});

test("it is not over while the store is away", () => {
  const { isOverAt } = afterCommands([1, "down"]);
  expect(isOverAt(1000)).toBe(false);
});

test("a store that is away again and again, each time for a short while, has to be back for five seconds in all", () => {
  const { isOverAt } = afterCommands(
    [1, "down"],
    [2, "up"],
    [3, "down"],
    [5, "up"],
    [6, "down"],
    [8, "up"],
  );
  expect([isOverAt(10), isOverAt(11)]).toEqual([false, true]);
});

test("an outage at its end only lasts for itself, and the next one needs another", () => {
  const { isOverAt } = afterCommands([1, "down"], [2, "up"], [6, "down"], [8, "up"]);
  expect([isOverAt(8), isOverAt(9)]).toEqual([false, true]);
  const after = afterCommands([1, "down"], [2, "up"], [8, "down"], [9, "up"]);
  expect([after.isOverAt(13), after.isOverAt(14)]).toEqual([false, true]);
});

test("a long outage before it is over starts it again", () => {
  const { isOverAt } = afterCommands([1, "down"], [2, "up"], [4, "down"], [20, "up"]);
  expect([isOverAt(24), isOverAt(25)]).toEqual([false, true]);
});
