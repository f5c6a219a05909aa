import { setTimeout as sleep } from "node:timers/promises";
import { Api } from "grammy";
import { expect, test } from "vitest";
import { throttleSends } from "../../../src/delivery/transport/throttle-sends.ts";

/** An Api whose calls take so long, and how many of them were under way at once. */
function openApi(callMs: number) {
  const api = new Api("1234567890:nobody-answers-this-token-anywhere_00");
  let underWay = 0;
  let most = 0;
  const begun: string[] = [];
  api.config.use(async (_prev, method) => {
    begun.push(method);
    underWay += 1;
    most = Math.max(most, underWay);
    await sleep(callMs);
    underWay -= 1;
    return { ok: true, result: Object.assign(Object(true)) };
  }, throttleSends());
  return { api, begun, most: () => most };
}

test("a message goes out when the one before has arrived", async () => {
  const { api, most } = openApi(0);
  await Promise.all(Array.from({ length: 20 }, () => api.sendMessage(1, "hello")));
  expect(most()).toBe(1);
});

test("one that takes its time is not waited for", async () => {
  const { api, most } = openApi(300);
  await Promise.all(Array.from({ length: 10 }, () => api.sendMessage(1, "hello")));
  expect(most()).toBe(10);
});

test("under a lasting load each goes out at once", async () => {
  const { api, most } = openApi(1);
  await Promise.all(Array.from({ length: 700 }, () => api.sendMessage(1, "hello")));
  expect(most()).toBeGreaterThan(90);
});

test("what sends no message goes out at once", async () => {
  const { api, begun } = openApi(300);
  const sent = api.sendMessage(1, "hello");
  const waiting = api.sendMessage(1, "and again");
  const answered = api.answerCallbackQuery("7");
  expect(begun).toContain("answerCallbackQuery");
  expect(begun).not.toHaveLength(3);
  await Promise.all([sent, waiting, answered]);
});
