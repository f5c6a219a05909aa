import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { badRequest, openBotApi, refused } from "../support/open-bot-api.ts";
import { type Answer, openWebhook } from "../support/open-webhook.ts";

const QUICK = { webhook: { allowLoopback: true, retrySecondMs: 10, timeoutMs: 200 } };
const CONFLICT =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

async function openHooked(answer?: Answer, wish: object = {}) {
  const hook = await openWebhook(answer);
  const open = await openBotApi(QUICK);
  await open.call("setWebhook", { url: hook.url, ...wish });
  return { ...open, ...hook, info: async () => (await open.call("getWebhookInfo")).result };
}

function fail(status: number, headers: Record<string, string> = {}): Answer {
  return (response, nth) => response.writeHead(nth === 1 ? status : 200, headers).end();
}

test.each([
  [
    "http",
    { url: "http://example.org/" },
    "bad webhook: An HTTPS URL must be provided for webhook",
  ],
  [
    "another port",
    { url: "https://example.org:8080/" },
    "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
  ],
  ["no address", { url: "nonsense" }, "invalid webhook URL specified"],
  [
    "a secret with other characters",
    { url: "https://example.org/", secret_token: "a b" },
    "secret token contains unallowed characters",
  ],
  [
    "a secret of 257 characters",
    { url: "https://example.org/", secret_token: "a".repeat(257) },
    "secret token is too long",
  ],
])("a webhook with %s is refused", async (_what, payload, reason) => {
  const { call } = await openBotApi(QUICK);
  expect(await call("setWebhook", payload)).toEqual(badRequest(reason));
});

test("this machine is refused unless allowed", async () => {
  const { call } = await openBotApi();
  const answer = await call("setWebhook", { url: "http://127.0.0.1:3000/" });
  expect(answer).toMatchObject({ ok: false, error_code: 400 });
});

test.each([80, 88, 443, 8443])("a webhook may be at port %i", async (port) => {
  const { call } = await openBotApi();
  expect(await call("setWebhook", { url: `https://example.org:${port}/` })).toMatchObject({
    ok: true,
  });
});

test("an update is posted with the secret and removed after a 2xx", async () => {
  const { api, user, deliveries } = await openHooked((response) => response.writeHead(204).end(), {
    secret_token: "s3cret",
  });
  user.say("hi");
  await api.untilIdle();
  expect(deliveries).toMatchObject([
    {
      update: { message: { text: "hi" } },
      headers: { "x-telegram-bot-api-secret-token": "s3cret", "content-type": "application/json" },
    },
  ]);
});

test("updates queued before the webhook was set are posted too", async () => {
  const { url, deliveries } = await openWebhook();
  const { api, call, user } = await openBotApi(QUICK);
  user.say("hi");
  await call("setWebhook", { url });
  await api.untilIdle();
  expect(deliveries).toHaveLength(1);
});

test("queued updates can be dropped", async () => {
  const { url, deliveries } = await openWebhook();
  const { api, call, user } = await openBotApi(QUICK);
  user.say("hi");
  await call("setWebhook", { url, drop_pending_updates: true });
  await api.untilIdle();
  expect(deliveries).toHaveLength(0);
});

test.each([300, 403, 500])(
  "an answer %i is a failure: the update is posted again",
  async (status) => {
    const { api, user, deliveries, info } = await openHooked(fail(status));
    user.say("hi");
    await api.untilIdle();
    expect(deliveries.map(({ update }) => update.message?.text)).toEqual(["hi", "hi"]);
    expect(await info()).toMatchObject({ pending_update_count: 0 });
    expect(JSON.stringify(await info())).toContain(`Wrong response from the webhook: ${status} `);
  },
);

test("the first retry is immediate, later ones back off", async () => {
  const { api, user, deliveries } = await openHooked((response, nth) =>
    response.writeHead(nth < 5 ? 500 : 200).end(),
  );
  user.say("hi");
  await api.untilIdle();
  const waits = deliveries.slice(1).map(({ at }, nth) => at - (deliveries[nth]?.at ?? 0));
  // One second takes 10 ms here: delays of 0, 2, 4 and 8 seconds. Timers fire at most one tick early.
  for (const [nth, least] of [0, 18, 38, 78].entries()) {
    expect(waits[nth]).toBeGreaterThanOrEqual(least);
  }
});

test("Retry-After is obeyed", async () => {
  const { api, user, deliveries } = await openHooked(fail(429, { "retry-after": "10" }));
  user.say("hi");
  await api.untilIdle();
  const [first, second] = deliveries;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(98);
});

test("no answer in time is a failure", async () => {
  const { api, user, deliveries, info } = await openHooked(
    (response, nth) => nth > 1 && response.end(),
  );
  user.say("hi");
  await api.untilIdle();
  expect(deliveries).toHaveLength(2);
  expect(await info()).toMatchObject({ last_error_message: "Read timeout expired" });
});

test("a broken connection is a failure", async () => {
  const { api, user, deliveries, info } = await openHooked((response, nth) =>
    nth === 1 ? response.destroy() : response.end(),
  );
  user.say("hi");
  await api.untilIdle();
  expect(deliveries).toHaveLength(2);
  expect(await info()).toMatchObject({ last_error_message: "Webhook connection closed" });
});

test("a refused connection is a failure", async () => {
  const { call, user } = await openBotApi(QUICK);
  await call("setWebhook", { url: "http://127.0.0.1:9/" });
  user.say("hi");
  await expect
    .poll(async () => (await call("getWebhookInfo")).result)
    .toMatchObject({ pending_update_count: 1, last_error_message: "Connection refused" });
});

test("a chat's updates are posted in order, those of other chats in parallel", async () => {
  const { api, user, deliveries } = await openHooked(async (response, _nth, { message }) => {
    if (message?.text === "slow") await sleep(60);
    response.end();
  });
  user.say("slow");
  user.say("after it");
  api.simulateUser(api.createUser()).say("elsewhere");
  await api.untilIdle();
  const order = deliveries.map(({ update }) => update.message?.text);
  expect(order).toEqual(["slow", "elsewhere", "after it"]);
});

test("at most max_connections are open", async () => {
  let open = 0;
  let most = 0;
  const { api } = await openHooked(
    async (response) => {
      most = Math.max(most, ++open);
      await sleep(10);
      open--;
      response.end();
    },
    { max_connections: 2 },
  );
  for (let count = 0; count < 6; count++) api.simulateUser(api.createUser()).say("hi");
  await api.untilIdle();
  expect(most).toBe(2);
});

test("a backlog is delivered completely", async () => {
  const { url, deliveries } = await openWebhook();
  const { api, call, user } = await openBotApi(QUICK);
  for (let count = 0; count < 50; count++) user.say(String(count));
  await call("setWebhook", { url, max_connections: 1 });
  await api.untilIdle();
  const order = deliveries.map(({ update }) => Number(update.message?.text));
  expect(order).toEqual(Array.from({ length: 50 }, (_, at) => at));
});

test("a method in the answer's body is executed", async () => {
  const { api, user } = await openHooked((response, _nth, { message }) =>
    response
      .setHeader("content-type", "application/json")
      .end(JSON.stringify({ method: "sendMessage", chat_id: message?.chat.id, text: "ho" })),
  );
  user.say("hi");
  await api.untilIdle();
  expect(user.messages().at(-1)?.text).toBe("ho");
  expect(api.calls("sendMessage")).toHaveLength(1);
});

test.each(['{"method":"deleteWebhook"}', '{"method":"getMe"}', "{", "ok"])(
  "the answer %j calls nothing",
  async (body) => {
    const { api, user, info, url } = await openHooked((response) =>
      response.setHeader("content-type", "application/json").end(body),
    );
    user.say("hi");
    await api.untilIdle();
    expect(await info()).toMatchObject({ url, pending_update_count: 0 });
  },
);

test("polls are refused while a webhook is set", async () => {
  const { call } = await openHooked();
  expect(await call("getUpdates")).toEqual(refused(CONFLICT, 409));
  await call("deleteWebhook");
  expect(await call("getUpdates")).toMatchObject({ ok: true });
});

test("setting a webhook ends a poll", async () => {
  const { url } = await openWebhook();
  const { api, call } = await openBotApi(QUICK);
  const poll = call("getUpdates", { timeout: 50 });
  await expect.poll(() => api.calls("getUpdates").at(-1)?.payload).toEqual({ timeout: 50 });
  await call("setWebhook", { url });
  expect(await poll).toEqual(refused("Conflict: terminated by setWebhook request", 409));
});

test("a removed webhook gets no more updates", async () => {
  const { api, call, user, deliveries } = await openHooked(fail(500));
  await call("setWebhook", { url: "" });
  user.say("hi");
  expect(api.pending()).toHaveLength(1);
  expect(deliveries).toHaveLength(0);
});
