import { expect, test } from "vitest";
import { watchSlowCalls } from "../../../src/delivery/outbox/slow-calls.ts";

/** Slow calls on a clock that stands still unless it is moved. */
function openWatch() {
  let time = 0;
  const slowCalls = watchSlowCalls(() => time);
  const lookAfter = (ms: number) => {
    time += ms;
    slowCalls.check();
  };
  return { ...slowCalls, lookAfter };
}

const never = () => new Promise(() => undefined);

test("a quick call is waited for, whether it succeeds or fails", async () => {
  const { wait, lookAfter } = openWatch();
  const answered = wait(Promise.resolve("answer"), never);
  const failed = wait(Promise.reject(new Error("no")), never);
  expect(await answered).toBe("answer");
  await expect(failed).rejects.toThrow("no");
  lookAfter(10_000);
});

test("a call that takes longer than a second is no longer waited for", async () => {
  const { wait, lookAfter } = openWatch();
  const slow = wait(never(), async () => "instead");
  lookAfter(999);
  expect(await Promise.race([slow, Promise.resolve("waiting")])).toBe("waiting");
  lookAfter(1);
  expect(await slow).toBe("instead");
});

test("only the slow calls of several are given up", async () => {
  const { wait, lookAfter } = openWatch();
  const first = wait(never(), async () => "first");
  lookAfter(600);
  const second = wait(never(), async () => "second");
  lookAfter(600);
  expect(await first).toBe("first");
  expect(await Promise.race([second, Promise.resolve("waiting")])).toBe("waiting");
});
