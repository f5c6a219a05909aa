import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { createBot } from "../../src/telegram/create-bot.ts";
import { openChat } from "../support/open-chat.ts";
import { openBotChat } from "../support/sample-bot.ts";

test("a person's points open in place, one by one, and close again", async () => {
  const chat = await openBotChat();
  expect((await chat.say("What are the expert's main points?")).shown).toMatchInlineSnapshot(`
    "<b>Valery Klochok: main points</b>
    <i>political expert, head of the Vezha Center for Public Analytics</i>

    <i>§ Why the visit matters</i>
    1. China's power on show
    2. A talk with Zelensky is planned
    3. China readies its “peace plan”
    4. A plain signal about NATO

    <i>§ How China's position on Russia changed</i>
    5. China's position: largely unchanged
    6. Declaration of February 2022
    7. China will dictate the terms

    <i>§ What Russia expects</i>
    8. The talks will shape Russia's war
    9. Putin cannot do it alone
    10. Up to a dozen supporters
    11. Beijing will shape Putin's position

    Channel 24 · retold here
    [1] [2] [3] [4] [5] [6]
    [7] [8] [9] [10] [11]"
  `);

  const opened = await chat.press("2");
  expect(opened.sent).toEqual([]);
  expect(opened.shown).toMatchInlineSnapshot(`
    "(edited)
    <b>A talk with Zelensky is planned</b>

    <blockquote>After his trip to Russia, the Chinese leader Xi Jinping plans to speak with Ukraine's president, Volodymyr Zelensky.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · retold here</i>
    § Why the visit matters · Channel 24
    [‹] [2 of 11] [›]
    [All] [Copy] [Share]"
  `);
  expect((await chat.press("›")).shown).toContain("[‹] [3 of 11] [›]");
  expect((await chat.press("All")).shown).toContain("Valery Klochok: main points");
});

test("a section opens in place", async () => {
  const chat = await openBotChat();
  await chat.say("/brief");
  expect((await chat.press("What is known about the visit")).shown).toMatchInlineSnapshot(`
    "(edited)
    <b>What is known about the visit</b>

    1. 20–22 March · <i>The Kremlin, announcement</i>
    2. Xi will meet Putin · <i>Channel 24, report</i>
    3. China to keep an objective position · <i>China, announcement</i>
    4. Putin's most important meeting in years · <i>Igor Yakovenko, opinion</i>

    Channel 24 · retold here
    [1] [2] [3] [4]"
  `);
});

test("a question pressed is shown above its answer", async () => {
  const chat = await openBotChat();
  await chat.say("/start");
  const { shown } = await chat.press("When is Xi Jinping visiting Moscow?");
  expect(shown).toContain("<i>When is Xi Jinping visiting Moscow?</i>\n\n<b>20–22 March</b>");
});

/** An article that offers the same question as any other of its kind. */
function builtIn(name: string, year: number): Article {
  const offer = `---\ntitle: The ${name}\nquestions: [When was it built?]\n---\n`;
  const read = parseArticle(`${offer}\nThe ${name} was built in ${year}.\n`, `${name}.md`);
  if (read.kind === "faulty") throw new Error("the article has to be faultless");
  return read.article;
}

test("a question pressed is asked of its own article, whatever was spoken of since", async () => {
  const articles = [builtIn("mill", 1744), builtIn("bridge", 1902)];
  const answerQuestion = prepareAnswers(articles);
  const chat = await openChat((token, apiRoot) =>
    createBot({ token, apiRoot, articles: () => articles, answerQuestion }),
  );
  const mill = (await chat.start("mill")).sent[0];
  await chat.start("bridge");
  expect((await chat.press("When was it built?")).shown).toContain("<b>1902</b>");
  expect((await chat.press("When was it built?", mill)).shown).toContain("<b>1744</b>");
});

test("a point opened is what 'he' and 'that' mean next", async () => {
  const chat = await openBotChat();
  await chat.say("/facts");
  await chat.press("7");
  expect((await chat.say("who says that?")).shown).toContain("Said by <b>Igor Yakovenko</b>");
});

test("the label that says where one is does nothing", async () => {
  const chat = await openBotChat();
  await chat.say("/facts");
  await chat.press("1");
  const { sent, edited, toasts } = await chat.press("1 of 7");
  expect({ sent, edited }).toEqual({ sent: [], edited: [] });
  expect(toasts).toMatchObject([{ text: "" }]);
});
