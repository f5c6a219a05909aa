import { expect, test } from "vitest";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import type { Article } from "../../../src/article/article.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { openChat } from "../../support/open-chat.ts";
import { articlesIn, openBotChat } from "../../support/sample-bot.ts";

test("13. @bot nato in any chat offers passages to post, with one button back to the bot", async () => {
  const chat = await openBotChat();
  const results = await chat.inline("nato");
  expect(results.shown).toMatchInlineSnapshot(
    `"A plain signal about NATO · Valery Klochok · China's peace plan hardly differs from the country's general doctrine. One of the plan's clauses opposes the use of blocs to serve one's own ambitions, and that is a plain signal about NATO."`,
  );
  const { shown, sent } = await results.choose("A plain signal about NATO");
  expect(shown).toMatchInlineSnapshot(`
    "<b>A plain signal about NATO</b>

    <blockquote>China's peace plan hardly differs from the country's general doctrine. One of the plan's clauses opposes the use of blocs to serve one's own ambitions, and that is a plain signal about <b>NATO</b>.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · quoted in the article, retold here</i>
    § Why the visit matters · Channel 24
    [Ask the article]"
  `);
  expect(sent).toEqual([]);
});

test("13. without words, the suggested questions are offered, without a button", async () => {
  const chat = await openBotChat();
  const titles = (await chat.inline("")).answer?.results.map(({ title }) => title);
  expect(titles).toHaveLength(8);
  expect(titles?.[0]).toBe("When is Xi Jinping visiting Moscow?");
  expect((await chat.inline("bitcoin")).shown).toBe("[Nothing found. Open the bot]");
});

test.each([
  ["words of 256 characters", "nato ".repeat(51), ""],
  ["an offset that is not ours", "nato", "9999; drop"],
])("13. %s are accepted", async (_what, query, offset) => {
  const chat = await openBotChat();
  expect((await chat.inline(query, offset)).answer).toBeDefined();
});

test("14. in a group, only what is addressed to the bot is answered, as a reply", async () => {
  const chat = await openBotChat();
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.say("when was the visit?")).sent).toEqual([]);
  const { sent, shown } = await group.say("/ask when was the visit?");
  expect(sent[0]?.reply_to_message?.text).toBe("/ask when was the visit?");
  expect(shown).toMatchInlineSnapshot(`
    "<b>20–22 March</b>

    <blockquote>The Kremlin has announced that Xi Jinping will be in Russia from <b>20</b> to <b>22 March</b>.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · announcement · retold here</i>
    § What is known about the visit · Channel 24

    Editor's note: The article names no year; the context points to 2023.
    [👍] [👎] [Copy] [Share]"
  `);
});

test("15. a button whose passage is gone says that the article has been updated", async () => {
  let articles: readonly Article[] = articlesIn("content");
  const chat = await openChat((token, apiRoot) => {
    const answerQuestion = prepareAnswers(articles);
    return createBot({
      token,
      apiRoot,
      articles: articleLookupInMemory(() => articles),
      answerQuestion,
    });
  });
  await chat.say("/facts");
  articles = articlesIn("test/fixtures/articles");
  expect((await chat.press("1")).shown).toBe(
    "toast: The article has been updated. Please ask again.",
  );
});
