import { createServer } from "node:net";
import { once } from "node:events";
import { expect, onTestFinished, test, vi } from "vitest";
import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { pendingUpdateCounter } from "../../src/delivery/webhook/pending-updates.ts";
import type { FeedReport } from "../../src/feeds/feeds-report.ts";
import type { Observe } from "../../src/delivery/delivery-event.ts";
import { observeCalls } from "../../src/delivery/transport/api-policy.ts";
import { observeUpdates } from "../../src/delivery/observe-updates.ts";
import { createMetrics } from "../../src/monitoring/metrics.ts";
import { openMonitoring } from "../../src/monitoring/monitoring.ts";
import { createBot } from "../../src/telegram/create-bot.ts";
import { openChat } from "../support/open-chat.ts";
import { articlesIn } from "../support/sample-bot.ts";

/** A reader's chat with a bot, and what its operator sees. */
async function openMonitoredChat() {
  const logged: [string, unknown][] = [];
  const stopping = new AbortController();
  const articles = articlesIn("content");
  const answerQuestion = prepareAnswers(articles);
  let url = "";
  let observe: Observe | undefined;
  let callTelegram: (() => Promise<unknown>) | undefined;
  const chat = await openChat(async (token, apiRoot) => {
    const monitoring = openMonitoring({
      address: { port: 0, host: "127.0.0.1" },
      log: (sentence, fields) => logged.push([sentence, fields]),
      key: "a key",
      signal: stopping.signal,
      countPendingUpdates: pendingUpdateCounter({ token, apiRoot }),
    });
    observe = monitoring.observe;
    const bot = createBot({
      token,
      apiRoot,
      articles: articleLookupInMemory(() => articles),
      answerQuestion,
      instrumentation: observeUpdates(observe),
    });
    bot.api.config.use(observeCalls(observe));
    bot.catch(() => undefined);
    callTelegram = () => bot.api.getMe();
    const server = await monitoring.listen();
    if (server.kind !== "open") throw new Error("the port was not opened");
    onTestFinished(server.close);
    url = server.url;
    return bot;
  });
  const read = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${url}${path}`, init);
    return { status: response.status, text: await response.text() };
  };
  /** The value of a metric by its name, labels included. */
  const metric = async (name: string) => {
    const { text } = await read("/metrics");
    const line = text.split("\n").find((each) => each.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length));
  };
  return { chat, read, metric, logged, observe, callTelegram, stop: () => stopping.abort() };
}

test("metrics count updates by type and answers by kind, with confidence and duration", async () => {
  const { chat, metric } = await openMonitoredChat();
  await chat.say("When is Xi visiting Moscow?");
  await chat.say("Will bitcoin go up?");
  await chat.say("/help");
  expect(await metric('bot_updates_total{type="message"}')).toBe(3);
  expect(await metric('bot_answers_total{kind="answered"}')).toBe(1);
  expect(await metric('bot_answers_total{kind="not-covered"}')).toBe(1);
  expect(await metric('bot_answers_total{kind="handled"}')).toBe(1);
  expect(await metric("bot_answer_confidence_count")).toBe(2);
  expect(await metric("bot_update_duration_seconds_count")).toBe(3);
  expect(await metric("bot_updates_in_flight")).toBe(0);
  expect(await metric("bot_updates_waiting")).toBe(0);
  expect(await metric("nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
});

test("a failed answer is counted, with the call and its code", async () => {
  const { chat, metric } = await openMonitoredChat();
  chat.api.fail("sendMessage", { kind: "refusal", code: 400, description: "Bad Request: no" });
  await chat.say("Who is Klochok?").catch(() => undefined);
  await vi.waitFor(async () => expect(await metric('bot_answers_total{kind="failed"}')).toBe(1));
  expect(await metric('bot_api_errors_total{method="sendMessage",code="400"}')).toBe(1);
  expect(await metric('bot_degraded{part="telegram"}')).toBe(0);
});

test("Telegram counts as unreachable from a failed call until its next answer", async () => {
  const { chat, metric, callTelegram } = await openMonitoredChat();
  // From then on the bot makes no calls except long polls.
  await chat.say("/start");
  chat.api.fail("getMe", { kind: "html", status: 502 });
  await callTelegram?.().catch(() => undefined);
  expect(await metric('bot_degraded{part="telegram"}')).toBe(1);
  await callTelegram?.();
  expect(await metric('bot_degraded{part="telegram"}')).toBe(0);
});

test("each update is one log line, without the reader's words or the chat's id", async () => {
  const { chat, logged } = await openMonitoredChat();
  await chat.say("When is Xi visiting Moscow?");
  await chat.say("/start");
  expect(logged).toEqual([
    ["an update was handled", expect.objectContaining({ type: "message", verdict: "answered" })],
    ["an update was handled", expect.objectContaining({ type: "message", verdict: "handled" })],
  ]);
  const [first, second] = logged.map(([, fields]) => JSON.stringify(fields));
  expect(first).not.toContain("visiting");
  expect(first).not.toContain(String(chat.user.chat.id));
  expect(first).toMatch(/"chat":"[\w-]{10}"/u);
  expect(nameIn(first)).toBe(nameIn(second));
});

test("it is alive at once, ready once Telegram has answered, and not ready while stopping", async () => {
  const { chat, read, stop } = await openMonitoredChat();
  expect(await read("/healthz")).toEqual({ status: 200, text: "alive\n" });
  await chat.say("/start");
  expect(await read("/readyz")).toEqual({ status: 200, text: "ready\n" });
  stop();
  expect(await read("/readyz")).toEqual({ status: 503, text: "stopping\n" });
  expect((await read("/healthz")).status).toBe(200);
});

test("owed answers are measured, with their age and outcome", async () => {
  const { metric, observe } = await openMonitoredChat();
  expect(await metric("bot_answers_owed_oldest_seconds")).toBe(0);
  observe?.({ kind: "owed", count: 3, oldestAt: Date.now() - 60_000 });
  observe?.({ kind: "owed-settled", outcome: "delivered" });
  observe?.({ kind: "owed-settled", outcome: "given-up" });
  expect(await metric("bot_answers_owed")).toBe(3);
  expect(await metric("bot_answers_owed_oldest_seconds")).toBeCloseTo(60, 0);
  for (const outcome of ["delivered", "given-up"]) {
    expect(await metric(`bot_answers_owed_settled_total{outcome="${outcome}"}`)).toBe(1);
  }
});

test.each(["ECONNREFUSED", "ABORT_ERR", "500", "502"])(
  "while Telegram is away (%s) it is not ready, and it is ready again after the next answer",
  async (code) => {
    const { chat, read, observe } = await openMonitoredChat();
    await chat.say("/start");
    observe?.({ kind: "call-ended", call: { method: "sendMessage", code, ms: 1 } });
    expect(await read("/readyz")).toEqual({ status: 503, text: "Telegram cannot be reached\n" });
    await chat.say("/start");
    expect((await read("/readyz")).status).toBe(200);
  },
);

test("the server has no other pages and accepts no POST", async () => {
  const { read } = await openMonitoredChat();
  expect((await read("/")).status).toBe(404);
  expect((await read("/metrics", { method: "POST", body: "x" })).status).toBe(405);
});

function nameIn(line = ""): string | undefined {
  return /"chat":"([\w-]+)"/u.exec(line)?.[1];
}

test("a part that the bot runs without is reported until it is back", async () => {
  const { metric, observe } = await openMonitoredChat();
  observe?.({ kind: "degraded", part: "redis", isDegraded: true });
  expect(await metric('bot_degraded{part="redis"}')).toBe(1);
  observe?.({ kind: "degraded", part: "redis", isDegraded: false });
  expect(await metric('bot_degraded{part="redis"}')).toBe(0);
});

const silent = {
  log: () => undefined,
  key: "a key",
  signal: new AbortController().signal,
  countPendingUpdates: async () => undefined,
};

test("it is not ready before Telegram has answered", async () => {
  const { listen } = openMonitoring({ ...silent, address: { port: 0, host: "127.0.0.1" } });
  const opened = await listen();
  if (opened.kind !== "open") throw new Error("the port was not opened");
  onTestFinished(opened.close);
  const response = await fetch(`${opened.url}/readyz`);
  expect([response.status, await response.text()]).toEqual([
    503,
    "Telegram has not answered yet\n",
  ]);
});

test("a port in use is reported with its remedy", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const { listen } = openMonitoring({ ...silent, address: { port, host: "127.0.0.1" } });
  expect(await listen()).toEqual({
    kind: "failed",
    problem: `OPERATION_PORT: cannot listen on ${port} (EADDRINUSE): set another, or stop what uses it`,
  });
});

test("each feed of feeds.yaml has figures, and one that was taken out has none", async () => {
  const report: FeedReport = {
    url: "https://vell.example/feed",
    state: "failing",
    publishes: false,
    lastSuccessAt: "2026-05-03T08:00:00.000Z",
    nextAt: undefined,
    failures: 3,
    error: "the site does not answer",
    notes: [],
    counts: { imported: 7, updated: 2, published: 1, withdrawn: 0 },
  };
  let feeds = [report];
  const metrics = createMetrics(
    async () => 0,
    () => feeds,
  );
  await metrics.read();
  const text = await metrics.read();
  const of = 'feed="https://vell.example/feed"';
  expect(text).toContain(`bot_feed_failures{${of}} 3\n`);
  expect(text).toContain(`bot_feed_last_success_seconds{${of}} 1777795200\n`);
  expect(text).toContain(`bot_feed_pieces_total{${of},result="imported"} 7\n`);
  feeds = [];
  expect(await metrics.read()).not.toContain(of);
});
