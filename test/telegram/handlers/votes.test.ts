import { Api } from "grammy";
import { expect, onTestFinished, test } from "vitest";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { type Outcome, prepareAnswers } from "../../../src/answer/answer-question.ts";
import { openAnswerCache } from "../../../src/answer/answer-cache.ts";
import { installApiPolicy } from "../../../src/delivery/transport/api-policy.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { startTelegramSimulator } from "../../../src/telegram-simulator/telegram-simulator.ts";
import type { Trace } from "../../../src/feedback/trace.ts";
import type { Vote } from "../../../src/feedback/vote.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { chatAt } from "../../support/chat-at.ts";
import { openChat } from "../../support/open-chat.ts";
import { articlesIn, openBotChat } from "../../support/sample-bot.ts";

const articles = articlesIn("test/fixtures/articles");
const ASK = "How much is a ticket?";

/** A bot with a question log that the test can read. */
function botWithLog(token: string, apiRoot: string) {
  const answered: Trace[] = [];
  const voted: Vote[] = [];
  const bot = createBot({
    token,
    apiRoot,
    articles: articleLookupInMemory(() => articles),
    answerQuestion: openAnswerCache<Outcome>(() => true)(prepareAnswers(articles)),
    questionLog: {
      days: 90,
      answers: async () => [],
      gaps: async () => [],
      recordAnswer: (trace) => answered.push(trace),
      recordVote: (vote) => voted.push(vote),
    },
  });
  installApiPolicy(bot.api, { log: () => {}, observe: () => {} });
  return { bot, answered, voted };
}

async function openChatWithLog() {
  const heard: Omit<ReturnType<typeof botWithLog>, "bot">[] = [];
  const chat = await openChat((token, apiRoot) => {
    const { bot, ...rest } = botWithLog(token, apiRoot);
    heard.push(rest);
    return bot;
  });
  const [{ answered, voted } = { answered: [], voted: [] }] = heard;
  return { chat, answered, voted };
}

const SHOWN = "aaaaaaaa:bbbbbbbb:cccccccc";
const ID = /^[0-9a-hjkmnp-tv-z]{8}$/u;

test("a thumbs-up gets thanks, and both thumbs become a tick", async () => {
  const { chat, answered, voted } = await openChatWithLog();
  await chat.say(ASK);
  const { shown } = await chat.press("👍");
  expect(shown).toContain("toast: Thanks.\n\n(edited)\n");
  expect(shown).toMatch(/\n\[✓\] \[Copy\] \[Share\]$/u);
  expect(answered).toHaveLength(1);
  expect(answered[0]).toMatchObject({ question: ASK, kind: "answered", language: "en" });
  expect(answered[0]?.id).toMatch(ID);
  expect(voted).toEqual([{ trace: answered[0]?.id, rating: "good" }]);
});

test("a vote after an edit is on the answer to the edited question, even if it is the same", async () => {
  const { chat, answered, voted } = await openChatWithLog();
  await chat.say(ASK);
  await chat.edit("How much is one ticket?");
  await chat.press("👍");
  expect(answered.map(({ question }) => question)).toEqual([ASK, "How much is one ticket?"]);
  expect(voted).toEqual([{ trace: answered[1]?.id, rating: "good" }]);
});

test("a cached answer carries nothing from one reader to the next", async () => {
  const { chat, answered, voted } = await openChatWithLog();
  const other = chatAt(chat.api, chat.api.simulateUser(chat.api.createUser()));
  const first = await chat.say(ASK);
  expect((await other.say(ASK)).shown).toBe(first.shown);
  await other.press("👎");
  await chat.press("👍");
  const [ann, ben] = answered;
  expect(ann?.id).not.toBe(ben?.id);
  expect(voted).toEqual([
    { trace: ben?.id, rating: "bad" },
    { trace: ann?.id, rating: "good" },
  ]);
});

test.each([
  ["Wrong passage", "wrong-passage"],
  ["Wrong person", "wrong-person"],
  ["Not what I asked", "misread"],
])("a thumbs-down asks why; %s is noted with the short id", async (label, rating) => {
  const { chat, answered, voted } = await openChatWithLog();
  await chat.say(ASK);
  const asked = await chat.press("👎");
  expect(asked.shown).toContain("toast: What's wrong with it?");
  expect(asked.shown).toMatch(
    /\n\[Wrong passage\] \[Wrong person\] \[Not what I asked\]\n\[Copy\] \[Share\]$/u,
  );
  const noted = await chat.press(label);
  const trace = answered[0]?.id ?? "";
  expect(noted.toasts).toMatchObject([{ text: `Noted, ref. ${trace}` }]);
  expect(noted.shown).toContain(`[✓ Noted, ref. ${trace}]`);
  expect(voted).toEqual([
    { trace, rating: "bad" },
    { trace, rating },
  ]);
});

test("a card that asks what is wrong keeps three rows and a suggested question", async () => {
  const { chat } = await openChatWithLog();
  const before = (await chat.say(ASK)).sent[0]?.reply_markup?.inline_keyboard ?? [];
  await chat.press("👎");
  const after = (await chat.press("Wrong passage")).edited[0]?.reply_markup?.inline_keyboard ?? [];
  expect(before).toHaveLength(3);
  expect(after).toHaveLength(3);
  expect(after[0]).toEqual(before[1]);
});

test("the bot asks what is wrong in the language of the chat", async () => {
  const chat = await openBotChat();
  await chat.say("Коли візит?");
  expect((await chat.press("👎")).toasts[0]?.text).toBe(wordingFor("uk").feedback.whatIsWrong);
});

test("a second press before the first is handled counts once", async () => {
  const { chat, voted } = await openChatWithLog();
  const card = (await chat.say(ASK)).sent[0]?.message_id ?? 0;
  const { toasts } = await chat.act((user) => {
    user.press(card, "👍");
    user.press(card, "👍");
  });
  expect(toasts).toMatchObject([{ text: "Thanks." }, { text: "Thanks." }]);
  expect(voted).toHaveLength(1);
});

test.each([
  ["forged", `vote:good:${SHOWN}:1:aaaaaaaa`],
  ["given an unknown rating", `vote:splendid:${SHOWN}:1:aaaaaaaa`],
  ["cut short", `vote:good:${SHOWN}`],
  ["from an earlier version", "vote:good:1:aaaaaaaa"],
])("a button that is %s gets a toast and does not count", async (_, data) => {
  const { chat, voted } = await openChatWithLog();
  const api = new Api(chat.api.token, { apiRoot: chat.api.url });
  const reply_markup = { inline_keyboard: [[{ text: "?", callback_data: data }]] };
  await chat.say("hello");
  await chat.act(() => api.sendMessage(chat.user.chat.id, "A card", { reply_markup }));
  const { toasts, edited } = await chat.press("?");
  expect(toasts).toMatchObject([{ text: expect.stringContaining("Please ask again.") }]);
  expect({ edited, voted }).toEqual({ edited: [], voted: [] });
});

test("a button made for one chat does not count in another", async () => {
  const { chat, voted } = await openChatWithLog();
  const api = new Api(chat.api.token, { apiRoot: chat.api.url });
  const [card] = (await chat.say(ASK)).sent;
  const other = chatAt(chat.api, chat.api.simulateUser(chat.api.createUser()));
  await other.say("/help");
  const reply_markup = { inline_keyboard: card?.reply_markup?.inline_keyboard ?? [] };
  await other.act(() => api.sendMessage(other.user.chat.id, "A card", { reply_markup }));
  const { toasts } = await other.press("👍");
  expect(toasts).toMatchObject([{ text: "This button has expired. Please ask again." }]);
  expect(voted).toEqual([]);
});

test("a card from before a restart can be voted on", async () => {
  const telegram = await startTelegramSimulator();
  onTestFinished(telegram.close);
  const { bot, answered } = botWithLog(telegram.token, telegram.url);
  const chat = chatAt(telegram, telegram.simulateUser(telegram.createUser()));
  const first = bot.start();
  await chat.say(ASK);
  await bot.stop();
  await first;

  const { bot: next, voted } = botWithLog(telegram.token, telegram.url);
  const second = next.start();
  await chat.press("👎");
  await chat.press("Wrong person");
  await next.stop();
  await second;
  expect(voted.at(-1)).toEqual({ trace: answered[0]?.id, rating: "wrong-person" });
});

test("a reply without a passage has no thumbs", async () => {
  const { chat } = await openChatWithLog();
  for (const text of ["bitcoin?", "hello", "/brief", "/people"]) {
    expect((await chat.say(text)).shown).not.toContain("👍");
  }
});

const withoutId = (trace: Trace) => ({ ...trace, id: "" });

test("votes never change what is found", async () => {
  const questions = [ASK, ASK, "Who runs the ferry?", ASK, "will bitcoin go up?", ASK];
  const voting = await openChatWithLog();
  const silent = await openChatWithLog();
  for (const question of questions) {
    await silent.chat.say(question);
    const { shown } = await voting.chat.say(question);
    if (!shown.includes("👎")) continue;
    await voting.chat.press("👎");
    await voting.chat.press("Wrong passage");
  }
  expect(voting.voted.length).toBeGreaterThan(5);
  expect(voting.answered.map(withoutId)).toEqual(silent.answered.map(withoutId));
  expect(new Set(voting.answered.map(({ id }) => id)).size).toBe(questions.length);
});
