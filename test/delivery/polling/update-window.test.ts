import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import type { UpdateOutcome } from "../../../src/delivery/run-handler.ts";
import { openUpdateWindow } from "../../../src/delivery/polling/update-window.ts";

/** Updates with these ids, and a way to end the work on each. */
function openWork() {
  const endings = new Map<number, (outcome: UpdateOutcome) => void>();
  const deliver = ({ update_id: id }: Update) =>
    new Promise<UpdateOutcome>((resolve) => void endings.set(id, resolve));
  const end = async (ids: readonly number[], outcome: UpdateOutcome = "done") => {
    for (const id of ids) endings.get(id)?.(outcome);
    await new Promise(setImmediate);
  };
  return { deliver, end };
}

const updates = (...ids: number[]): Update[] => ids.map((id) => ({ update_id: id }));

/** Whether a promise has resolved by now. */
async function hasResolved(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise((resolve) => void setImmediate(resolve, "later"));
  return (await Promise.race([promise.then(() => "now"), later])) === "now";
}

test("the next fetch starts while a few updates are in progress, and acknowledges exactly what is done", async () => {
  const window = openUpdateWindow();
  const { deliver, end } = openWork();
  expect(window.add(updates(1, 2, 3, 4), deliver)).toBe(4);
  const settled = window.settled(1);
  await end([1, 2]);
  expect(await hasResolved(settled)).toBe(false);
  await end([4]);
  expect(await hasResolved(settled)).toBe(true);
  expect([window.offset(), window.inProgress()]).toEqual([3, 1]);
});

test("refetched updates are known, done or in progress; one that was left starts over", async () => {
  const window = openUpdateWindow();
  const { deliver, end } = openWork();
  window.add(updates(1, 2, 3), deliver);
  await end([2]);
  await end([3], "left");
  expect(window.add(updates(1, 2, 3, 4), deliver)).toBe(2);
  await end([1, 3, 4]);
  expect(window.offset()).toBe(5);
});

test("settled resolves after its timeout", async () => {
  const window = openUpdateWindow();
  window.add(updates(1), openWork().deliver);
  await window.settled(0, 1);
  expect(window.inProgress()).toBe(1);
});
