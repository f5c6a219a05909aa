import { expect, test, vi } from "vitest";
import type { Fault } from "../../src/telegram-simulator/server/faults.ts";
import { openTestClock } from "../support/test-clock.ts";
import { openWatchedChat, type WatchedChat } from "./watched-chat.ts";

const WHEN = "When is Xi visiting Moscow?";
const DATES = /^20–22 March\n/u;
const WHO = "Who is Valery Klochok?";
const EXPERT = /^Valery Klochok/u;

const refusal = (code: number, description: string): Fault => ({
  kind: "refusal",
  code,
  description,
});

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

const sends = ({ chat }: WatchedChat) => chat.api.calls("sendMessage");

test.each<[string, Fault]>([
  ["1: after a wait that Telegram requests", { kind: "too-many-requests", retryAfterS: 1 }],
  ["3: after a page from a proxy", { kind: "html", status: 502 }],
  ["3: after an error inside Telegram", refusal(500, "Internal Server Error")],
  ["5: after a reset before Telegram read it", { kind: "reset-before" }],
])("%s the answer is sent once, before the next one of its chat", async (_name, fault) => {
  const watched = await openWatchedChat("content", { clock: openTestClock({ speed: 20 }) });
  watched.chat.api.fail("sendMessage", fault);
  watched.chat.user.say(WHEN);
  watched.chat.user.say(WHO);
  await eventually(() => expect(watched.replies()).toHaveLength(2));
  expect(watched.replies()).toEqual([expect.stringMatching(DATES), expect.stringMatching(EXPERT)]);
  expect(sends(watched)).toHaveLength(3);
});

test.each<[string, Fault]>([
  ["5: a reset after Telegram took it", { kind: "reset-after" }],
  ["7: a reply cut short", { kind: "truncated" }],
])("%s causes a duplicate and loses no answer", async (_name, fault) => {
  const watched = await openWatchedChat("content", { clock: openTestClock({ speed: 20 }) });
  watched.chat.api.fail("sendMessage", fault);
  watched.chat.user.say(WHEN);
  watched.chat.user.say(WHO);
  await eventually(() => expect(watched.replies()).toHaveLength(3));
  expect(watched.replies()).toEqual([
    expect.stringMatching(DATES),
    expect.stringMatching(DATES),
    expect.stringMatching(EXPERT),
  ]);
});

test("6: a call that gets no answer times out and is retried", async () => {
  const timing = { clock: openTestClock({ speed: 20 }), callTimeoutMs: 1000 };
  const watched = await openWatchedChat("content", timing);
  watched.chat.api.fail("sendMessage", { kind: "no-answer" });
  watched.chat.user.say(WHEN);
  watched.chat.user.say(WHO);
  await eventually(() => expect(watched.replies()).toHaveLength(2));
  expect(watched.replies()).toEqual([expect.stringMatching(DATES), expect.stringMatching(EXPERT)]);
});

test.each([["Forbidden: bot was blocked by the user"], ["Forbidden: user is deactivated"]])(
  "8: after '%s' the bot is quiet and forgets the chat",
  async (description) => {
    const watched = await openWatchedChat();
    await watched.chat.say(WHO);
    watched.chat.api.fail("sendMessage", refusal(403, description));
    await watched.chat.say(WHEN);
    expect(watched.logged('"level":"warn"')).toEqual([]);

    const { shown } = await watched.chat.say("Who says that?");
    expect(shown).not.toMatch(/Kremlin|Klochok/u);
  },
);

test("9: an edit that changes nothing is not a failure", async () => {
  const watched = await openWatchedChat();
  const { sent } = await watched.chat.say("/brief");
  const label = sent[0]?.reply_markup?.inline_keyboard[0]?.[0]?.text ?? "";
  const description =
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same";
  watched.chat.api.fail("editMessageText", refusal(400, description));
  await watched.chat.press(label);
  expect(watched.logged('"level":"warn"')).toEqual([]);
});

test("10: a button still works if its press is acknowledged too late", async () => {
  const watched = await openWatchedChat();
  const { sent } = await watched.chat.say("/brief");
  const label = sent[0]?.reply_markup?.inline_keyboard[0]?.[0]?.text ?? "";
  const description =
    "Bad Request: query is too old and response timeout expired or query ID is invalid";
  watched.chat.api.fail("answerCallbackQuery", refusal(400, description));
  const { edited } = await watched.chat.press(label);
  expect(edited).toHaveLength(1);
  expect(watched.logged('"level":"warn"')).toEqual([]);
});

test("11: a group that became a supergroup gets its answer once, there, and keeps its context", async () => {
  const { chat } = await openWatchedChat();
  const group = chat.as(chat.user.account, chat.api.createGroup({ type: "group" }));
  const mention = `@${chat.api.bot.username}`;
  group.user.say(`${mention} ${WHO}`);
  const moved = chat.as(chat.user.account, group.user.migrate().room);
  await eventually(() => expect(moved.user.messages().at(-1)?.text).toMatch(EXPERT));
  await chat.api.untilIdle();
  const { shown } = await moved.say(`${mention} What does he say?`);
  expect(shown).toContain("Klochok");
  expect(group.user.messages().filter(({ from }) => from?.is_bot)).toEqual([]);
});

test("14: a reply whose entities Telegram cannot read is sent as plain text and logged as a bug", async () => {
  const watched = await openWatchedChat();
  watched.chat.api.fail("sendMessage", refusal(400, "Bad Request: can't parse entities"));
  const { sent } = await watched.chat.say(WHEN);
  expect(sent).toEqual([expect.not.objectContaining({ entities: expect.anything() })]);
  expect(watched.logged("this is a bug")).toHaveLength(1);
});

test("16: a message that can no longer be edited is sent as a new one", async () => {
  const watched = await openWatchedChat();
  const { sent } = await watched.chat.say("/brief");
  const label = sent[0]?.reply_markup?.inline_keyboard[0]?.[0]?.text ?? "";
  watched.chat.api.fail("editMessageText", refusal(400, "Bad Request: message to edit not found"));
  expect((await watched.chat.press(label)).sent).toHaveLength(1);

  await watched.chat.say(WHEN);
  watched.chat.api.fail("editMessageText", refusal(400, "Bad Request: message can't be edited"));
  expect((await watched.chat.edit(WHO)).sent).toEqual([
    expect.objectContaining({ text: expect.stringMatching(EXPERT) }),
  ]);
});

test("18: ids that jump back after a quiet week neither lose nor repeat a question", async () => {
  const { chat, replies } = await openWatchedChat();
  chat.api.continueFrom(900_000_000);
  await chat.say(WHEN);
  chat.api.continueFrom(1000);
  await chat.say(WHO);
  expect(replies()).toEqual([expect.stringMatching(DATES), expect.stringMatching(EXPERT)]);
});
