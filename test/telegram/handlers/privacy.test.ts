import { expect, test } from "vitest";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import type { QuestionLog } from "../../../src/feedback/question-log.ts";
import { openChat } from "../../support/open-chat.ts";
import { articlesIn, openBotChat } from "../../support/sample-bot.ts";

const articles = articlesIn("test/fixtures/articles");

test("without a question log /privacy says that questions are not saved", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/privacy")).shown).toMatchInlineSnapshot(`
    "<b>What is stored</b>

    Your questions are not saved. Recent ones from all readers stay in memory until the bot restarts, in case someone complains about an answer. Email addresses, phone numbers and @names are removed from them.

    Your name, your user id and the chat are not stored with them.

    An answer that Telegram doesn't accept right away is stored with this chat's id until it is sent, for ten minutes at most.

    The bot remembers what this chat is about for 15 minutes, so you can ask follow-up questions. /forget erases it at once."
  `);
});

test("with a question log it says what is stored, and for how long", async () => {
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
      articles: articleLookupInMemory(() => articles),
      answerQuestion: prepareAnswers(articles),
      questionLog,
    }),
  );
  expect((await chat.say("/privacy")).shown).toMatchInlineSnapshot(`
    "<b>What is stored</b>

    For 30 days: the text of your question, the passages found and shown, your vote, and the hour. Email addresses, phone numbers and @names are removed from the text.

    Your name, your user id and the chat are not stored with them.

    An answer that Telegram doesn't accept right away is stored with this chat's id until it is sent, for ten minutes at most.

    The bot remembers what this chat is about for 15 minutes, so you can ask follow-up questions. /forget erases it at once."
  `);
});

test("the notice is in the reader's language", async () => {
  const chat = await openBotChat("content", { user: { language_code: "uk" } });
  expect((await chat.say("/privacy")).shown).toContain("Що зберігається");
});

test("/forget erases what the chat is about", async () => {
  const chat = await openBotChat();
  await chat.say("When is Xi visiting Moscow?");
  expect((await chat.say("who says that?")).shown).toContain("Said by <b>the Kremlin</b>");
  expect((await chat.say("/forget")).shown).toBe(
    "Done. I no longer know what this chat was about.",
  );
  expect((await chat.say("who says that?")).shown).not.toContain("Kremlin");
});
