import { expect, test } from "vitest";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import type { Article } from "../../../src/article/article.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { openChat } from "../../support/open-chat.ts";
import { openBotChat } from "../../support/sample-bot.ts";

test("a person's points can be browsed in place, and closed again", async () => {
  const chat = await openBotChat();
  await chat.say("What are the expert's main points?");
  expect((await chat.press("2")).shown).toContain("[‹] [2 of 11] [›]");
  expect((await chat.press("›")).shown).toContain("[‹] [3 of 11] [›]");
  const { sent, shown } = await chat.press("All");
  expect(sent).toEqual([]);
  expect(shown).toContain("Valery Klochok: main points");
});

test("a pressed question is shown above its answer", async () => {
  const chat = await openBotChat();
  await chat.say("/start");
  const { shown } = await chat.press("When is Xi Jinping visiting Moscow?");
  expect(shown).toContain("<i>When is Xi Jinping visiting Moscow?</i>\n\n<b>20–22 March</b>");
});

/** Articles made by this all suggest the same question. */
function builtIn(name: string, year: number): Article {
  const offer = `---\ntitle: The ${name}\nquestions: [When was it built?]\n---\n`;
  const read = parseArticle(`${offer}\nThe ${name} was built in ${year}.\n`, `${name}.md`);
  if (read.kind === "faulty") throw new Error("the article is faulty");
  return read.article;
}

test("a pressed question is about its own article, whatever the chat is about by then", async () => {
  const articles = [builtIn("mill", 1744), builtIn("bridge", 1902)];
  const answerQuestion = prepareAnswers(articles);
  const chat = await openChat((token, apiRoot) =>
    createBot({ token, apiRoot, articles: articleLookupInMemory(() => articles), answerQuestion }),
  );
  const mill = (await chat.start("mill")).sent[0];
  await chat.start("bridge");
  expect((await chat.press("When was it built?")).shown).toContain("<b>1902</b>");
  expect((await chat.press("When was it built?", mill)).shown).toContain("<b>1744</b>");
});

test("“he” and “that” refer to an opened point", async () => {
  const chat = await openBotChat();
  await chat.say("/facts");
  await chat.press("7");
  expect((await chat.say("who says that?")).shown).toContain("Said by <b>Igor Yakovenko</b>");
});

test("the label that shows the position does nothing", async () => {
  const chat = await openBotChat();
  await chat.say("/facts");
  await chat.press("1");
  const { sent, edited, toasts } = await chat.press("1 of 7");
  expect({ sent, edited }).toEqual({ sent: [], edited: [] });
  expect(toasts).toMatchObject([{ text: "" }]);
});
