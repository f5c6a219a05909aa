import { join } from "node:path";
import type { Bot } from "grammy";
import { expect, onTestFinished, test } from "vitest";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import { openQuestionLog } from "../../../src/question-log/open-question-log.ts";
import { startTelegramSimulator } from "../../../src/telegram-simulator/telegram-simulator.ts";
import { gapsIn } from "../../../src/question-log/gaps.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { statsOf } from "../../../src/feedback/feedback.ts";
import { statsReply, gapsReply, traceReply } from "../../../src/telegram/replies/operator-reply.ts";
import { publishProfile } from "../../../src/telegram/publish-profile.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { temporaryFolder } from "../../support/bot-process.ts";
import { chatAt, type OpenChat } from "../../support/chat-at.ts";
import { articlesIn } from "../../support/sample-bot.ts";
import { sampleTrace } from "../../support/sample-trace.ts";

const articles = articlesIn("test/fixtures/articles");
const UNKNOWN = "I don't know that command. /help shows what I can do.";

type OpenedBot = { readonly chat: OpenChat; readonly bot: Bot };

/** An operator's chat, with a question log in a real file if the test wants one. */
async function openOperatorChat({ keeps = true, isAdmin = true } = {}): Promise<OpenedBot> {
  const telegram = await startTelegramSimulator();
  const operator = telegram.createUser();
  const file = join(temporaryFolder(), "questions.jsonl");
  const { questionLog, close } = openQuestionLog({
    file,
    days: 30,
    log: () => undefined,
    now: () => new Date(),
  });
  const bot = createBot({
    token: telegram.token,
    apiRoot: telegram.url,
    articles: articleLookupInMemory(() => articles),
    answerQuestion: prepareAnswers(articles),
    questionLog: keeps ? questionLog : undefined,
    admins: isAdmin ? [operator.id] : [],
  });
  const polling = bot.start();
  onTestFinished(async () => {
    await bot.stop();
    await polling;
    await close();
    await telegram.close();
  });
  return { chat: chatAt(telegram, telegram.simulateUser(operator)), bot };
}

/** The same questions and votes for every test. */
async function askAround({ chat }: OpenedBot): Promise<void> {
  for (const question of ["How much is a ticket?", "Will bitcoin go up?", "will bitcoin go up"]) {
    await chat.say(question);
  }
  await chat.say("How much is a ticket?");
  await chat.press("👎");
  await chat.press("Wrong passage");
}

/** Ids differ from run to run, because they depend on the bot's token. */
const withoutIds = (shown: string) =>
  shown.replaceAll(/\b[0-9a-hjkmnp-tv-z]{8}\b(?=<\/i>)/gu, "ID");

test("/stats counts answers and votes, since startup and in the question log", async () => {
  const opened = await openOperatorChat();
  await askAround(opened);
  expect((await opened.chat.say("/stats")).shown).toMatchInlineSnapshot(`
    "<b>Since startup</b>
    4 questions, 50% unanswered
    answered 2 · not-covered 2
    Votes: 👍 0 · 👎 1
    wrong-passage 1

    <b>In the question log (30 days)</b>
    4 questions, 50% unanswered
    answered 2 · not-covered 2
    Votes: 👍 0 · 👎 1
    wrong-passage 1"
  `);
});

test("/gaps lists questions not answered well, the largest group first", async () => {
  const opened = await openOperatorChat();
  await askAround(opened);
  expect(withoutIds((await opened.chat.say("/gaps")).shown)).toMatchInlineSnapshot(`
    "<b>Questions not answered well: 2 groups</b>

    Will bitcoin go up?
    <i>asked 2 times in 1 wording · ID</i>

    How much is a ticket?
    <i>asked 1 time in 1 wording · ID</i>"
  `);
});

test("/trace shows question, verdict and candidates for the id that a reader was given", async () => {
  const opened = await openOperatorChat();
  const { chat } = opened;
  await chat.say("How much is a ticket?");
  await chat.press("👎");
  const [toast] = (await chat.press("Wrong person")).toasts;
  const id = toast?.text.split(" ").at(-1) ?? "";
  const { shown } = await chat.say(`/trace ${id}`);
  expect(shown).toMatch(
    /^<b>How much is a ticket\?<\/b>\n\na passage that answers · of 100 matches like this, about \d\d are right · en · 👎 Wrong person\n/u,
  );
  expect(shown).toContain("Shown: harbour-ferry/fares");
  expect(shown).toMatch(/\n1\. harbour-ferry\/fares \d/u);
  expect((await chat.say("/trace zzzzzzzz")).shown).toContain("There is no answer zzzzzzzz.");
  expect((await chat.say("/trace")).shown).toBe("Which answer? Put its id after /trace.");
});

test("without a question log they count this process only, and say so", async () => {
  const opened = await openOperatorChat({ keeps: false });
  await askAround(opened);
  const { shown } = await opened.chat.say("/stats");
  expect(shown).toContain("Since startup");
  expect(shown).toContain("There is no question log.");
  expect((await opened.chat.say("/gaps")).shown).toContain("There is no question log.");
});

test.each(["/stats", "/gaps", "/trace aaaaaaaa"])(
  "%s is an unknown command to everybody else, and in groups to all",
  async (command) => {
    const { chat: reader } = await openOperatorChat({ isAdmin: false });
    expect((await reader.say(command)).shown).toBe(UNKNOWN);

    const { chat: operator } = await openOperatorChat();
    const group = operator.as(operator.user.account, operator.api.createGroup());
    expect((await group.say(command)).sent).toEqual([]);
  },
);

test("only operators see these commands in their menu, once they have started the bot", async () => {
  const { chat, bot } = await openOperatorChat();
  await chat.say("/start");
  const { id } = chat.user.account;
  const stranger = 999_999_999;
  await publishProfile(bot.api, [id, stranger]);

  const menu = (user: typeof chat.user) => user.commands().map(({ command }) => command);
  expect(menu(chat.user)).toEqual(
    expect.arrayContaining(["facts", "privacy", "import", "stats", "gaps"]),
  );
  expect(menu(chat.api.simulateUser(chat.api.createUser()))).not.toContain("stats");
  expect(menu(chat.api.simulateUser(chat.api.createUser()))).not.toContain("import");

  const told = chat.api.calls("setMyCommands").length;
  await publishProfile(bot.api, [id]);
  expect(chat.api.calls("setMyCommands")).toHaveLength(told);
});

test("control characters in the question log do not reach the operator's chat", () => {
  const hostile = "a \u202exyzzy\u202c on\u001b[31m\nboard";
  const trace = sampleTrace({
    question: hostile,
    kind: hostile,
    shown: [hostile],
    candidates: [{ passage: hostile, score: 1 }],
  });
  const wording = wordingFor("en");
  const figures = statsOf([{ trace }]);
  const replies = [
    gapsReply(gapsIn([{ trace: { ...trace, kind: "not-covered" } }]), wording),
    traceReply("7f3k2q9w", { trace }, wording),
    statsReply(figures, undefined, wording),
  ];
  for (const { text } of replies) {
    expect(text.text).toContain(String.raw`a \u202exyzzy\u202c on\u001b[31m\nboard`);
    expect(text.text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  }
});
