import { expect, test } from "vitest";
import { openBotApi } from "../support/open-bot-api.ts";

async function openFaulty() {
  const open = await openBotApi();
  const url = `${open.api.url}/bot${open.api.token}/sendMessage`;
  const body = new URLSearchParams({ chat_id: String(open.user.chat.id), text: "hi" });
  return {
    ...open,
    post: async (signal?: AbortSignal) =>
      fetch(url, { method: "POST", body, ...(signal && { signal }) }),
    arrived: () => open.user.messages().filter(({ text }) => text === "hi").length,
  };
}

test("429 says when to retry", async () => {
  const { api, post, arrived } = await openFaulty();
  api.fail("sendMessage", { kind: "too-many-requests", retryAfterS: 3 });
  const response = await post();
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("3");
  expect(await response.json()).toEqual({
    ok: false,
    error_code: 429,
    description: "Too Many Requests: retry after 3",
    parameters: { retry_after: 3 },
  });
  expect(arrived()).toBe(0);
});

test("any refusal can be planned", async () => {
  const { api, post } = await openFaulty();
  api.fail("sendMessage", { kind: "refusal", code: 401, description: "Unauthorized" });
  expect(await (await post()).json()).toEqual({
    ok: false,
    error_code: 401,
    description: "Unauthorized",
  });
});

test.each([500, 502] as const)("%i is a page, not JSON", async (status) => {
  const { api, post, arrived } = await openFaulty();
  api.fail("sendMessage", { kind: "html", status });
  const response = await post();
  expect(response.status).toBe(status);
  expect(await response.text()).toContain("<html>");
  expect(arrived()).toBe(0);
});

test.each([
  ["before", 0],
  ["after", 1],
] as const)("a reset %s the message is recorded: %i arrive", async (when, count) => {
  const { api, post, arrived } = await openFaulty();
  api.fail("sendMessage", { kind: `reset-${when}` });
  await expect(post()).rejects.toThrow("fetch failed");
  expect(arrived()).toBe(count);
});

test("without an answer the caller waits until it times out", async () => {
  const { api, post, arrived } = await openFaulty();
  api.fail("sendMessage", { kind: "no-answer" });
  await expect(post(AbortSignal.timeout(30))).rejects.toThrow("timeout");
  expect(arrived()).toBe(0);
});

test("clearing faults releases waiting callers", async () => {
  const { api, post } = await openFaulty();
  api.fail("sendMessage", { kind: "no-answer" });
  const waiting = post();
  await expect.poll(() => api.calls("sendMessage")).toHaveLength(1);
  api.clearFaults();
  await expect(waiting).rejects.toThrow("fetch failed");
});

test("a slow answer arrives eventually", async () => {
  const { api, post, arrived } = await openFaulty();
  api.fail("sendMessage", { kind: "slow", delayMs: 40 });
  const startedAt = performance.now();
  expect((await post()).status).toBe(200);
  expect(performance.now() - startedAt).toBeGreaterThan(35);
  expect(arrived()).toBe(1);
});

test("truncated JSON is sent after the call is executed", async () => {
  const { api, post, arrived } = await openFaulty();
  api.fail("sendMessage", { kind: "truncated" });
  await expect((await post()).json()).rejects.toThrow(SyntaxError);
  expect(arrived()).toBe(1);
});

test("a fault hits the n-th call of its method, and several calls on request", async () => {
  const { api, post, call } = await openFaulty();
  api.fail("sendmessage", { kind: "html", status: 502 }, { nth: 2, times: 2 });
  expect(await call("getMe")).toMatchObject({ ok: true });
  const statuses = [];
  for (let nth = 1; nth <= 4; nth++) statuses.push((await post()).status);
  expect(statuses).toEqual([200, 502, 502, 200]);
});

test("the call log has every call with its answer and fault", async () => {
  const { api, post } = await openFaulty();
  api.fail("sendMessage", { kind: "truncated" });
  await post();
  await post();
  expect(api.calls("sendMessage")).toMatchObject([
    {
      method: "sendMessage",
      payload: { text: "hi" },
      fault: { kind: "truncated" },
      response: { ok: true },
    },
    { method: "sendMessage", response: { ok: true, result: { text: "hi" } } },
  ]);
});
