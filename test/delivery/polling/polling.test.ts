import { Bot } from "grammy";
import { expect, onTestFinished, test, vi } from "vitest";
import { runForReader } from "../../../src/content/run-in-slices.ts";
import { BURST } from "../../../src/delivery/state/rate-limiter.ts";
import { pollUpdates } from "../../../src/delivery/polling/polling.ts";
import type { Steps } from "../../../src/languages/steps.ts";
import { startTelegramSimulator } from "../../../src/telegram-simulator/telegram-simulator.ts";
import { deliveryParts } from "../../support/delivery-parts.ts";
import { repliesTo } from "../../support/replies.ts";
import { openTestClock } from "../../support/test-clock.ts";

const DEADLINE_MS = 200;

/** A polling echo bot with short waits, which never answers "stuck". `find`: finds an answer. */
async function openPolling({
  callTimeoutMs = 8000,
  deadlineMs = DEADLINE_MS,
  find = async () => {},
} = {}) {
  const telegram = await startTelegramSimulator();
  const logged: string[] = [];
  const log = (sentence: string) => logged.push(sentence);
  const bot = new Bot(telegram.token, {
    client: { apiRoot: telegram.url },
    botInfo: telegram.bot,
  });
  const clock = openTestClock({ speed: 10 });
  const parts = deliveryParts(bot, { log, timeoutMs: callTimeoutMs, clock });
  bot.use(async (_ctx, next) => {
    await find();
    await next();
  });
  bot.on("message:text", async (ctx) => {
    if (ctx.msg.text === "stuck") await new Promise(() => undefined);
    if (ctx.msg.text === "bug") throw new Error("on purpose");
    await ctx.reply(`heard: ${ctx.msg.text}`);
  });
  const stopping = new AbortController();
  const start = () =>
    pollUpdates({
      ...parts,
      allowedUpdates: ["message"],
      signal: stopping.signal,
      deadlineMs,
      waitMs: () => 1,
    });
  onTestFinished(telegram.close);
  const reader = () => {
    const user = telegram.simulateUser(telegram.createUser());
    return { user, replies: () => repliesTo(user) };
  };
  return { telegram, logged, start, stop: () => stopping.abort(), reader };
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5000, interval: 10 });

test("each chat is answered in order, and no other chat waits for a stuck one", async () => {
  const { start, stop, reader, logged } = await openPolling();
  const [one, other] = [reader(), reader()];
  one.user.say("stuck");
  for (const text of ["a", "b", "c"]) one.user.say(text);
  other.user.say("hello");
  const polling = start();
  await eventually(() => expect(other.replies()).toEqual(["heard: hello"]));
  await eventually(() => expect(one.replies()).toEqual(["heard: a", "heard: b", "heard: c"]));
  expect(logged).toContain("an update took too long and was abandoned");
  stop();
  expect(await polling).toBe("stopped");
});

/** An answer that takes several turns of the event loop, 20 ms. */
function* longAnswer(): Steps<void> {
  for (let step = 0; step < 4; step += 1) {
    const until = performance.now() + 5;
    while (performance.now() < until);
    yield;
  }
}

test("of many readers at once, only one is being answered at a time, and none waits in vain", async () => {
  const readers = Array.from({ length: 60 }, (_, at) => `question ${at}`);
  let [working, most] = [0, 0];
  const find = async () => {
    working += 1;
    most = Math.max(most, working);
    await runForReader(longAnswer());
    working -= 1;
  };
  const { start, stop, reader, logged } = await openPolling({ deadlineMs: 500, find });
  const asked = readers.map((text) => {
    const { user, replies } = reader();
    user.say(text);
    return { text, replies };
  });
  const polling = start();
  await eventually(() => {
    for (const { text, replies } of asked) expect(replies()).toEqual([`heard: ${text}`]);
  });
  expect(most).toBe(1);
  expect(logged).toEqual(["answering"]);
  stop();
  await polling;
});

test("later updates of other chats do not wait for a stuck one, and none is lost", async () => {
  const { start, stop, reader, telegram } = await openPolling({ deadlineMs: 1500 });
  const [one, other] = [reader(), reader()];
  one.user.say("stuck");
  one.user.say("after it");
  const polling = start();
  await eventually(() => expect(telegram.calls("getUpdates").length).toBeGreaterThan(1));
  for (const text of ["a", "b", "c"]) other.user.say(text);
  await eventually(() => expect(other.replies()).toEqual(["heard: a", "heard: b", "heard: c"]));
  expect(one.replies()).toEqual([]);
  expect(telegram.pending()).toHaveLength(5);

  await eventually(() => expect(one.replies()).toEqual(["heard: after it"]));
  await telegram.untilIdle();
  expect(other.replies()).toHaveLength(3);
  stop();
  await polling;
});

test("a shutdown acknowledges exactly what is done, even behind a stuck update", async () => {
  const { start, stop, reader, telegram } = await openPolling({ deadlineMs: 500 });
  const [first, stuck, last] = [reader(), reader(), reader()];
  first.user.say("first");
  stuck.user.say("stuck");
  stuck.user.say("left");
  last.user.say("last");
  const polling = start();
  await eventually(() => expect(last.replies()).toHaveLength(1));
  stop();
  await polling;
  const left = telegram.pending().map(({ message }) => message?.text);
  expect(left).toEqual(["left", "last"]);
  expect(stuck.replies()).toEqual([]);
});

test("a flood gets one notice and then no reply, and delays no other reader", async () => {
  const { start, stop, reader, telegram } = await openPolling();
  const [flooder, other] = [reader(), reader()];
  const polling = start();
  other.user.say("before");
  await eventually(() => expect(other.replies()).toHaveLength(1));
  await telegram.untilIdle();
  for (let number = 0; number < 100; number += 1) flooder.user.say(String(number));
  other.user.say("after");
  await eventually(() => expect(other.replies()).toHaveLength(2));
  await telegram.untilIdle();
  const [notice, ...others] = flooder
    .replies()
    .filter((text) => text?.startsWith("heard") === false);
  expect(notice).toContain("Too many messages at once");
  expect(others).toEqual([]);
  expect(flooder.replies()).toHaveLength(BURST + 1);
  stop();
  await polling;
});

test("a bug in a handler is logged without the reader's words, and its chat goes on", async () => {
  const { start, stop, reader, logged, telegram } = await openPolling();
  const { user, replies } = reader();
  user.say("bug");
  user.say("next");
  const polling = start();
  await eventually(() => expect(replies()).toEqual(["heard: next"]));
  stop();
  await polling;
  expect(logged).toContain("an update was given up");
  expect(telegram.pending()).toEqual([]);
});

test("an answer whose connection breaks may arrive twice and is not lost", async () => {
  const { start, stop, reader, telegram } = await openPolling();
  const { user, replies } = reader();
  telegram.fail("sendMessage", { kind: "reset-before" });
  user.say("hello");
  const polling = start();
  await eventually(() => expect(replies()).toEqual(["heard: hello"]));
  stop();
  await polling;
});

test("an outage and its end are logged once each", async () => {
  const { start, stop, reader, logged, telegram } = await openPolling();
  const { user, replies } = reader();
  telegram.fail("getUpdates", { kind: "html", status: 502 }, { times: 5 });
  user.say("hello");
  const polling = start();
  await eventually(() => expect(replies()).toEqual(["heard: hello"]));
  stop();
  await polling;
  expect(logged.filter((line) => line.startsWith("Telegram"))).toEqual([
    "Telegram cannot be reached: trying again",
    "Telegram answers again",
  ]);
});

test("a bot gives up if another instance stays", async () => {
  const { start, telegram, logged } = await openPolling();
  const description = "Conflict: terminated by other getUpdates request";
  telegram.fail("getUpdates", { kind: "refusal", code: 409, description }, { times: 99 });
  expect(await start()).toBe("another-instance");
  expect(logged).toEqual([
    expect.stringContaining("answering"),
    "another instance is taking this bot's updates: stop it, or this one",
    "another instance keeps taking this bot's updates: this one stops",
  ]);
});

test("a wait that exceeds a timer's limit is not skipped", async () => {
  const { start, stop, telegram } = await openPolling();
  telegram.fail("getUpdates", { kind: "too-many-requests", retryAfterS: 3_000_000 }, { times: 99 });
  const polling = start();
  await eventually(() => expect(telegram.calls("getUpdates")).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(telegram.calls("getUpdates")).toHaveLength(1);
  stop();
  expect(await polling).toBe("stopped");
});

test("a token revoked while polling ends it", async () => {
  const { start, telegram } = await openPolling();
  telegram.fail("getUpdates", { kind: "refusal", code: 401, description: "Unauthorized" });
  expect(await start()).toBe("token-refused");
});

test("an outage of Telegram does not delay the shutdown", async () => {
  const { start, stop, reader, telegram, logged } = await openPolling();
  const { user, replies } = reader();
  user.say("hello");
  const polling = start();
  telegram.fail("getUpdates", { kind: "no-answer" }, { nth: 2, times: 9 });
  await eventually(() => expect(replies()).toEqual(["heard: hello"]));
  stop();
  expect(await polling).toBe("stopped");
  expect(logged).toContain("the last updates could not be acknowledged");
});

test("a backlog is answered in order, and acknowledged", async () => {
  const { start, stop, reader, telegram } = await openPolling();
  const { user, replies } = reader();
  const texts = Array.from({ length: 250 }, (_, number) => String(number));
  for (const text of texts) user.say(text);
  const polling = start();
  await eventually(() => expect(replies()).toHaveLength(250));
  stop();
  await polling;
  expect(replies()).toEqual(texts.map((text) => `heard: ${text}`));
  expect(telegram.pending()).toEqual([]);
});

test("ids that jump after a quiet week lose nothing", async () => {
  const { start, stop, reader, telegram } = await openPolling();
  const { user, replies } = reader();
  const polling = start();
  telegram.continueFrom(900_000_000);
  user.say("before");
  await eventually(() => expect(replies()).toHaveLength(1));
  await telegram.untilIdle();
  telegram.continueFrom(1000);
  user.say("after");
  await eventually(() => expect(replies()).toHaveLength(2));
  stop();
  await polling;
});
