import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { betweenReaders } from "../../../src/desk/readers/between-readers.ts";

const ITEMS = [5, 1, 4, 1, 3, 2];

test("works on a few at a time, and keeps the order", async () => {
  let atOnce = 0;
  let most = 0;
  const doubled = await betweenReaders(ITEMS, async (item) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await sleep(item);
    atOnce -= 1;
    return 2 * item;
  });
  expect(doubled).toEqual(ITEMS.map((item) => 2 * item));
  expect(most).toBe(2);
});

test("answers that come at once leave turns of the event loop to readers, too", async () => {
  const happened: string[] = [];
  const working = betweenReaders(ITEMS, async () => void happened.push("work"));
  const done = new AbortController();
  const reading = (async () => {
    while (!done.signal.aborted) {
      await nextTurn();
      happened.push("read");
    }
  })();
  await working;
  done.abort();
  await reading;
  expect(happened.filter((what) => what === "work")).toHaveLength(ITEMS.length);
  expect(happened.join(" ")).not.toContain("work work");
});

test("the first failure is told", async () => {
  const failing = betweenReaders(ITEMS, async (item) => {
    if (item === 4) throw new Error("away");
    return item;
  });
  await expect(failing).rejects.toThrow("away");
});
