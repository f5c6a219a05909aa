import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Api } from "grammy";
import { expect, test, vi } from "vitest";
import { throttleSends } from "../../../src/delivery/transport/throttle-sends.ts";

/** An Api whose calls end when `answer` says so, with the number in flight at once. */
function openApi(answer: () => Promise<unknown>) {
  const api = new Api("1234567890:nobody-answers-this-token-anywhere_00");
  let inFlight = 0;
  let most = 0;
  const started: string[] = [];
  api.config.use(async (_prev, method) => {
    started.push(method);
    inFlight += 1;
    most = Math.max(most, inFlight);
    await answer();
    inFlight -= 1;
    return { ok: true, result: Object.assign(Object(true)) };
  }, throttleSends());
  return { api, started, most: () => most };
}

/** Calls that hang until they are released. */
function openGate() {
  const gate = new AbortController();
  const released = once(gate.signal, "abort");
  return { release: () => gate.abort(), answer: () => released };
}

const send = (api: Api, count: number) =>
  Promise.all(Array.from({ length: count }, () => api.sendMessage(1, "hello")));

test("a message is sent once the previous one has arrived", async () => {
  const { api, most } = openApi(nextTurn);
  await send(api, 20);
  expect(most()).toBe(1);
});

test("a slow message does not hold up the next ones", async () => {
  const { release, answer } = openGate();
  const { api, most } = openApi(answer);
  const sending = send(api, 10);
  await vi.waitFor(() => expect(most()).toBe(10));
  release();
  await sending;
});

test("under sustained load every message is sent at once", async () => {
  const { release, answer } = openGate();
  const { api, most } = openApi(answer);
  const sending = send(api, 700);
  await nextTurn();
  expect(most()).toBeGreaterThan(90);
  release();
  await sending;
});

test("a call that sends no message is not throttled", async () => {
  const { release, answer } = openGate();
  const { api, started } = openApi(answer);
  const calls = [
    api.sendMessage(1, "hello"),
    api.sendMessage(1, "and again"),
    api.answerCallbackQuery("7"),
  ];
  expect(started).toEqual(["sendMessage", "answerCallbackQuery"]);
  release();
  await Promise.all(calls);
});
