import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Bot, InlineKeyboard } from "grammy";
import { expect, onTestFinished, test, vi } from "vitest";
import type { DeliveryEvent } from "../../../src/delivery/delivery-event.ts";
import { pollUpdates } from "../../../src/delivery/polling/polling.ts";
import type { Fault } from "../../../src/telegram-simulator/server/faults.ts";
import { startTelegramSimulator } from "../../../src/telegram-simulator/telegram-simulator.ts";
import { deliveryParts } from "../../support/delivery-parts.ts";
import { openTestClock } from "../../support/test-clock.ts";

const MINUTE = 60_000;
/** After this a call counts as slow, and others stop waiting for it. */
const SLOW_MS = 1000;
const INTERNAL_ERROR: Fault = { kind: "refusal", code: 500, description: "Internal Server Error" };
const TOO_MANY = (retryAfterS: number): Fault => ({ kind: "too-many-requests", retryAfterS });

/**
 * A bot that polls the Telegram simulator and echoes; on "edited" it edits its last message. A new process
 * of it finds what the previous one left.
 */
async function openEcho({ maxOwed = 100, timeoutMs = 8000, speed = 10 } = {}) {
  const telegram = await startTelegramSimulator();
  onTestFinished(telegram.close);
  const stateDir = mkdtempSync(join(tmpdir(), "ask-the-article-state-"));
  onTestFinished(() => rmSync(stateDir, { recursive: true, force: true }));
  const logged: string[] = [];
  const events: DeliveryEvent[] = [];
  const clock = openTestClock({ speed });
  let lastMessage = 0;

  function startProcess() {
    const bot = new Bot(telegram.token, {
      client: { apiRoot: telegram.url },
      botInfo: telegram.bot,
    });
    const parts = deliveryParts(bot, {
      log: (sentence) => void logged.push(sentence),
      observe: (event) => void events.push(event),
      stateDir,
      maxOwed,
      timeoutMs,
      clock,
    });
    bot.on("message:text", async (ctx) => {
      if (ctx.msg.text === "button") {
        const reply_markup = new InlineKeyboard().text("press", "pressed");
        await ctx.reply("press it", { reply_markup });
      } else if (ctx.msg.text === "edited")
        await ctx.api.editMessageText(ctx.chat.id, lastMessage, "edited");
      else lastMessage = (await ctx.reply(ctx.msg.text)).message_id;
    });
    bot.on("callback_query", (ctx) => ctx.answerCallbackQuery());
    const stopping = new AbortController();
    const allowedUpdates = ["message", "callback_query"] as const;
    const polling = pollUpdates({ ...parts, allowedUpdates, signal: stopping.signal });
    const stop = async () => {
      stopping.abort();
      await polling;
    };
    onTestFinished(stop);
    return { memory: parts.memory, stop };
  }
  const reader = () => {
    const user = telegram.simulateUser(telegram.createUser());
    const heard = () => user.messages().flatMap(({ from, text }) => (from?.is_bot ? [text] : []));
    return { user, heard };
  };
  const owed = () => events.findLast((event) => event.kind === "owed")?.count ?? 0;
  const settled = (outcome: string) =>
    events.filter((event) => event.kind === "owed-settled" && event.outcome === outcome).length;
  return {
    telegram,
    logged,
    owed,
    settled,
    reader,
    startProcess,
    skip: clock.skip,
  };
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

test("an owed answer holds up its own chat, in order, and no other", async () => {
  const { telegram, reader, startProcess, owed, settled, skip } = await openEcho();
  const [one, other] = [reader(), reader()];
  telegram.fail("sendMessage", TOO_MANY(60));
  startProcess();
  for (const text of ["a", "b", "c"]) one.user.say(text);
  await eventually(() => expect(owed()).toBe(3));
  await eventually(() => expect(telegram.pending()).toEqual([]));
  other.user.say("hello");
  await eventually(() => expect(other.heard()).toEqual(["hello"]));
  expect(one.heard()).toEqual([]);
  skip(MINUTE);
  await eventually(() => expect(one.heard()).toEqual(["a", "b", "c"]));
  await eventually(() => expect([owed(), settled("delivered")]).toEqual([0, 3]));
});

test("a hanging answer holds up only its own chat, which is answered in order afterwards", async () => {
  const { telegram, reader, startProcess, owed, skip } = await openEcho();
  const [hanging, other] = [reader(), reader()];
  telegram.fail("sendMessage", { kind: "slow", delayMs: 1000 });
  startProcess();
  for (const text of ["slow", "edited", "next"]) hanging.user.say(text);
  await eventually(() => expect(telegram.calls("sendMessage")).toHaveLength(1));
  skip(SLOW_MS);
  await eventually(() => expect(owed()).toBe(3));
  await eventually(() => expect(telegram.pending()).toEqual([]));
  other.user.say("hello");
  await eventually(() => expect(other.heard()).toEqual(["hello"]));
  expect(hanging.heard()).toEqual([]);
  await eventually(() => expect(hanging.heard()).toEqual(["edited", "next"]));
  await eventually(() => expect(owed()).toBe(0));
  expect(telegram.calls("sendMessage")).toHaveLength(3);
});

test("an answer that hangs during shutdown is sent once, by this process or the next", async () => {
  const { telegram, reader, startProcess, owed, skip } = await openEcho();
  const { user, heard } = reader();
  telegram.fail("sendMessage", { kind: "slow", delayMs: 1000 });
  const first = startProcess();
  user.say("slow");
  await eventually(() => expect(telegram.calls("sendMessage")).toHaveLength(1));
  skip(SLOW_MS);
  await eventually(() => expect(owed()).toBe(1));
  await first.stop();
  expect(heard()).toEqual(["slow"]);
  startProcess();
  user.say("next");
  await eventually(() => expect(heard()).toEqual(["slow", "next"]));
});

test("the next process sends what the last one owes before anything else in that chat", async () => {
  const { telegram, reader, startProcess, owed } = await openEcho();
  const { user, heard } = reader();
  telegram.fail("sendMessage", INTERNAL_ERROR, { times: 1000 });
  const first = startProcess();
  for (const text of ["a", "b"]) user.say(text);
  await eventually(() => expect(owed()).toBe(2));
  await first.stop();
  expect(telegram.pending()).toEqual([]);

  user.say("c");
  telegram.clearFaults();
  startProcess();
  await eventually(() => expect(heard()).toEqual(["a", "b", "c"]));
});

test("an owed message can be edited: the reader gets the message, then the edit", async () => {
  const { telegram, reader, startProcess, owed, skip } = await openEcho();
  const { user, heard } = reader();
  telegram.fail("sendMessage", TOO_MANY(60));
  startProcess();
  for (const text of ["first", "edited"]) user.say(text);
  await eventually(() => expect(owed()).toBe(2));
  skip(MINUTE);
  await eventually(() => expect(heard()).toEqual(["edited"]));
  expect(telegram.calls("sendMessage").at(-1)?.payload["text"]).toBe("first");

  telegram.fail("sendMessage", TOO_MANY(60));
  user.say("second");
  await eventually(() => expect(owed()).toBe(1));
  skip(MINUTE);
  await eventually(() => expect(heard()).toEqual(["edited", "second"]));
  user.say("edited");
  await eventually(() => expect(heard()).toEqual(["edited", "edited"]));
});

test("an edit of a message that the reader has deleted meanwhile becomes a new message", async () => {
  const { telegram, reader, startProcess } = await openEcho();
  const { user, heard } = reader();
  startProcess();
  user.say("first");
  await eventually(() => expect(heard()).toEqual(["first"]));
  const description = "Bad Request: message to edit not found";
  telegram.fail("editMessageText", INTERNAL_ERROR);
  telegram.fail("editMessageText", { kind: "refusal", code: 400, description }, { nth: 2 });
  user.say("edited");
  await eventually(() => expect(heard()).toEqual(["first", "edited"]));
});

test("after ten minutes an answer is given up, logged and counted, and its chat goes on", async () => {
  const { telegram, reader, startProcess, owed, settled, skip, logged } = await openEcho();
  const { user, heard } = reader();
  telegram.fail("sendMessage", TOO_MANY(3600));
  startProcess();
  user.say("never");
  await eventually(() => expect(owed()).toBe(1));
  skip(9 * MINUTE);
  user.say("later");
  await eventually(() => expect(owed()).toBe(2));
  expect(heard()).toEqual([]);
  skip(MINUTE);
  await eventually(() => expect(heard()).toEqual(["later"]));
  expect(logged.filter((line) => line === "an answer was given up")).toHaveLength(1);
  await eventually(() => expect([settled("given-up"), settled("delivered")]).toEqual([1, 1]));
});

test("a button that is not answered in time expires without a warning", async () => {
  const { telegram, reader, startProcess, settled, skip, logged } = await openEcho();
  const { user, heard } = reader();
  telegram.fail("answerCallbackQuery", INTERNAL_ERROR, { times: 100 });
  startProcess();
  user.say("button");
  await eventually(() => expect(heard()).toEqual(["press it"]));
  user.press(user.messages().at(-1)?.message_id ?? 0, "press");
  await eventually(() => expect(telegram.calls("answerCallbackQuery").length).toBeGreaterThan(0));
  skip(15_000);
  await eventually(() => expect([settled("expired"), settled("given-up")]).toEqual([1, 0]));
  expect(logged).not.toContain("an answer was given up");
});

test("a chat that blocks the bot meanwhile is forgotten without a log line", async () => {
  const { telegram, reader, startProcess, settled, logged } = await openEcho();
  const { user } = reader();
  const { memory } = startProcess();
  telegram.fail("sendMessage", INTERNAL_ERROR);
  const description = "Forbidden: bot was blocked by the user";
  telegram.fail("sendMessage", { kind: "refusal", code: 403, description }, { nth: 2 });
  user.say("hello");
  await eventually(() => expect(settled("given-up")).toBe(1));
  expect(memory.recall(user.chat.id)).toEqual({});
  expect(logged).not.toContain("an answer was given up");
});

test("an owed answer that Telegram refuses is given up and logged", async () => {
  const { telegram, reader, startProcess, logged } = await openEcho();
  const { user, heard } = reader();
  startProcess();
  telegram.fail("sendMessage", INTERNAL_ERROR);
  const description = "Bad Request: text must be shorter";
  telegram.fail("sendMessage", { kind: "refusal", code: 400, description }, { nth: 2 });
  user.say("refused");
  await eventually(() => expect(logged).toContain("an answer was given up"));
  user.say("next");
  await eventually(() => expect(heard()).toEqual(["next"]));
});

test("while the outbox is full, no more updates are fetched", async () => {
  const { telegram, reader, startProcess, owed, skip } = await openEcho({ maxOwed: 1 });
  const [one, other] = [reader(), reader()];
  telegram.fail("sendMessage", TOO_MANY(60));
  startProcess();
  one.user.say("owed");
  await eventually(() => expect(owed()).toBe(1));
  const fetches = telegram.calls("getUpdates").length;
  other.user.say("waits");
  await sleep(100);
  expect(telegram.calls("getUpdates")).toHaveLength(fetches);
  expect(telegram.pending().map(({ message }) => message?.text)).toContain("waits");
  skip(MINUTE);
  await eventually(() => expect(one.heard()).toEqual(["owed"]));
  await eventually(() => expect(other.heard()).toEqual(["waits"]));
});

test("a shutdown waits for tries in progress and starts no new one", async () => {
  const { telegram, reader, startProcess, owed } = await openEcho({ timeoutMs: 400, speed: 5 });
  telegram.fail("sendMessage", { kind: "no-answer" }, { times: 1000 });
  const { stop } = startProcess();
  // Retries of the first come due while the last are still in progress.
  for (let asked = 0; asked < 8; asked += 1) {
    reader().user.say("hello");
    await sleep(80);
  }
  expect(owed()).toBeGreaterThan(2);
  const sent = telegram.calls("sendMessage").length;
  await stop();
  expect(telegram.calls("sendMessage")).toHaveLength(sent);
});
