import { expect, test } from "vitest";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import type { QuestionLog } from "../../../src/feedback/question-log.ts";
import { openChat } from "../../support/open-chat.ts";
import { articlesIn, openBotChat } from "../../support/sample-bot.ts";

const articles = articlesIn("test/fixtures/articles");

test("without a question log /privacy says that questions are written down nowhere", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/privacy")).shown).toMatchInlineSnapshot(`
    "<b>What is kept</b>

    Your questions are written down nowhere. The latest of all readers are in memory until the bot starts anew, so that a complaint can be looked into; e-mail addresses, phone numbers and @names are taken out of them.

    Neither your name nor your id is kept with them, nor which chat it was.

    An answer that Telegram does not take at once is kept with this chat's id until it is sent, for ten minutes at most.

    What this chat is about is remembered for 15 minutes, so that you can ask on. /forget clears it at once."
  `);
});

test("with a question log it says what is kept, and for how long", async () => {
  const questionLog: QuestionLog = {
    days: 30,
    answers: async () => [],
    gaps: async () => [],
    recordAnswer: () => undefined,
    recordVote: () => undefined,
  };
  const chat = await openChat((token, apiRoot) =>
    createBot({
      token,
      apiRoot,
      articles: () => articles,
      answerQuestion: prepareAnswers(articles),
      questionLog,
    }),
  );
  expect((await chat.say("/privacy")).shown).toMatchInlineSnapshot(`
    "<b>What is kept</b>

    For 30 days: the text of your question, which passages were found and shown, and your vote; the time to the hour. E-mail addresses, phone numbers and @names are taken out of the text.

    Neither your name nor your id is kept with them, nor which chat it was.

    An answer that Telegram does not take at once is kept with this chat's id until it is sent, for ten minutes at most.

    What this chat is about is remembered for 15 minutes, so that you can ask on. /forget clears it at once."
  `);
});

test("it is told in the reader's language", async () => {
  const chat = await openBotChat("content", { user: { language_code: "uk" } });
  expect((await chat.say("/privacy")).shown).toContain("Що зберігається");
});

test("/forget clears what the chat is about", async () => {
  const chat = await openBotChat();
  await chat.say("When is Xi visiting Moscow?");
  expect((await chat.say("who says that?")).shown).toContain("Said by <b>the Kremlin</b>");
  expect((await chat.say("/forget")).shown).toBe("Forgotten: what this chat was about.");
  expect((await chat.say("who says that?")).shown).not.toContain("Kremlin");
});
