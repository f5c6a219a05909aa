import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot, InlineKeyboard } from "grammy";
import { expect, onTestFinished, test, vi } from "vitest";
import type { DeliveryEvent } from "../../../src/delivery/delivery-event.ts";
import { pollUpdates } from "../../../src/delivery/polling/polling.ts";
import type { Fault } from "../../../src/telegram-simulator/server/faults.ts";
import { startTelegramSimulator } from "../../../src/telegram-simulator/telegram-simulator.ts";
import { deliveryParts } from "../../support/delivery-parts.ts";

const MINUTE = 60_000;
const INTERNAL_ERROR: Fault = { kind: "refusal", code: 500, description: "Internal Server Error" };
const TOO_MANY = (retryAfterS: number): Fault => ({ kind: "too-many-requests", retryAfterS });

/**
 * A bot that polls a local Bot API and says again what it hears; "edited" it edits into what it said last.
 * A new process of it finds what the one before has left.
 */
async function openEcho({ mostOwed = 100, timeoutMs = 8000 } = {}) {
  const telegram = await startTelegramSimulator();
  onTestFinished(telegram.close);
  const stateDir = mkdtempSync(join(tmpdir(), "ask-the-article-state-"));
  onTestFinished(() => rmSync(stateDir, { recursive: true, force: true }));
  const logged: string[] = [];
  const events: DeliveryEvent[] = [];
  let ahead = 0;
  let said = 0;

  function startProcess() {
    const bot = new Bot(telegram.token, {
      client: { apiRoot: telegram.url },
      botInfo: telegram.bot,
    });
    const parts = deliveryParts(bot, {
      log: (sentence) => void logged.push(sentence),
      observe: (event) => void events.push(event),
      stateDir,
      mostOwed,
      timeoutMs,
      now: () => Date.now() + ahead,
    });
    bot.on("message:text", async (ctx) => {
      if (ctx.msg.text === "button") {
        const reply_markup = new InlineKeyboard().text("press", "pressed");
        await ctx.reply("press it", { reply_markup });
      } else if (ctx.msg.text === "edited")
        await ctx.api.editMessageText(ctx.chat.id, said, "edited");
      else said = (await ctx.reply(ctx.msg.text)).message_id;
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
    skip: (ms: number) => (ahead += ms),
  };
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

test("an owed answer holds up its own chat, in its order, and no other", async () => {
  const { telegram, reader, startProcess, owed, settled } = await openEcho();
  const [one, other] = [reader(), reader()];
  telegram.fail("sendMessage", TOO_MANY(2));
  startProcess();
  for (const text of ["a", "b", "c"]) one.user.say(text);
  await eventually(() => expect(owed()).toBe(3));
  await eventually(() => expect(telegram.pending()).toEqual([]));
  other.user.say("hello");
  await eventually(() => expect(other.heard()).toEqual(["hello"]));
  expect(one.heard()).toEqual([]);
  await eventually(() => expect(one.heard()).toEqual(["a", "b", "c"]));
  await eventually(() => expect([owed(), settled("delivered")]).toEqual([0, 3]));
});

test("a chat whose answer hangs holds nobody up, and is answered in its order when it ends", async () => {
  const { telegram, reader, startProcess, owed } = await openEcho();
  const [hanging, other] = [reader(), reader()];
  telegram.fail("sendMessage", { kind: "slow", delayMs: 4000 });
  startProcess();
  for (const text of ["slow", "edited", "next"]) hanging.user.say(text);
  await eventually(() => expect(owed()).toBe(3));
  await eventually(() => expect(telegram.pending()).toEqual([]));
  other.user.say("hello");
  await eventually(() => expect(other.heard()).toEqual(["hello"]));
  expect(hanging.heard()).toEqual([]);
  await eventually(() => expect(hanging.heard()).toEqual(["edited", "next"]));
  await eventually(() => expect(owed()).toBe(0));
  expect(telegram.calls("sendMessage")).toHaveLength(3);
});

test("what hangs at a stop is sent by the next process, or was sent", async () => {
  const { telegram, reader, startProcess, owed } = await openEcho();
  const { user, heard } = reader();
  telegram.fail("sendMessage", { kind: "slow", delayMs: 2500 });
  const first = startProcess();
  user.say("slow");
  await eventually(() => expect(owed()).toBe(1));
  await first.stop();
  expect(heard()).toEqual(["slow"]);
  startProcess();
  user.say("next");
  await eventually(() => expect(heard()).toEqual(["slow", "next"]));
});

test("what one process owes the next one sends, before anything else in that chat", async () => {
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

test("a message that is still owed can be edited: the reader gets it, and then the change", async () => {
  const { telegram, reader, startProcess, owed } = await openEcho();
  const { user, heard } = reader();
  telegram.fail("sendMessage", TOO_MANY(1));
  startProcess();
  for (const text of ["first", "edited"]) user.say(text);
  await eventually(() => expect(owed()).toBe(2));
  await eventually(() => expect(heard()).toEqual(["edited"]));
  expect(telegram.calls("sendMessage").at(-1)?.payload["text"]).toBe("first");

  telegram.fail("sendMessage", TOO_MANY(1));
  user.say("second");
  await eventually(() => expect(heard()).toEqual(["edited", "second"]));
  user.say("edited");
  await eventually(() => expect(heard()).toEqual(["edited", "edited"]));
});

test("what a reader has deleted meanwhile comes as a new message instead of an edit", async () => {
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

test("after ten minutes an answer is given up, with a line and a count, and its chat goes on", async () => {
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

test("a button that is not answered in time expires, which is nobody's failure", async () => {
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

test("a chat that blocks the bot meanwhile is forgotten without a word", async () => {
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

test("what Telegram refuses late is given up, and told", async () => {
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

test("where as much is owed as may be, no more updates are fetched until there is room", async () => {
  const { telegram, reader, startProcess, owed } = await openEcho({ mostOwed: 1 });
  const [one, other] = [reader(), reader()];
  telegram.fail("sendMessage", TOO_MANY(2));
  startProcess();
  one.user.say("owed");
  await eventually(() => expect(owed()).toBe(1));
  other.user.say("waits");
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(telegram.pending().map(({ message }) => message?.text)).toContain("waits");
  await eventually(() => expect(one.heard()).toEqual(["owed"]));
  await eventually(() => expect(other.heard()).toEqual(["waits"]));
});

test("what is under way at a stop is waited for, and no further try is begun", async () => {
  const { telegram, reader, startProcess, owed } = await openEcho({ timeoutMs: 2000 });
  telegram.fail("sendMessage", { kind: "no-answer" }, { times: 1000 });
  const { stop } = startProcess();
  // Tries of the first ones come due while the last ones are still waited for.
  for (let asked = 0; asked < 8; asked += 1) {
    reader().user.say("hello");
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  expect(owed()).toBeGreaterThan(2);
  const sent = telegram.calls("sendMessage").length;
  await stop();
  expect(telegram.calls("sendMessage")).toHaveLength(sent);
});
