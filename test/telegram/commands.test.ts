import { expect, test } from "vitest";
import { openBotChat } from "../support/sample-bot.ts";

test("a newcomer sees the article, the promise and questions to press", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/start")).shown).toMatchInlineSnapshot(`
    "<b>Xi Jinping's visit to Moscow</b>
    Channel 24

    Ask about it in your own words. Every answer is a passage of the article, with who says it.
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [What does the expert say about NATO?]
    [Will Xi speak with Zelensky?]"
  `);
});

test("a deep link leads to a passage", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/start xi-moscow-visit_visit-dates")).shown).toMatchInlineSnapshot(`
    "<b>20–22 March</b>

    <blockquote>The Kremlin has announced that Xi Jinping will be in Russia from 20 to 22 March.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · announcement · retold here</i>
    § What is known about the visit · Channel 24

    Editors' note: The article names no year; the context points to 2023.
    [When is Xi Jinping visiting Moscow?]
    [1 of 4] [›]
    [All] [Copy] [Share]"
  `);
});

test("a deep link to what is gone is as good as none", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("/start nowhere_at-all");
  expect(shown).toBe((await chat.say("/start")).shown);
});

test("/brief goes through the article section by section", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/brief")).shown).toMatchInlineSnapshot(`
    "<b>Xi Jinping's visit to Moscow</b>
    Channel 24 · retold here

    <b>Why the visit matters</b>
    The expert on China's show of power, a planned talk with Zelensky and the “peace plan”.

    <b>How China's position on Russia changed</b>
    The expert sees China's position as largely unchanged, but China as now standing above Russia.

    <b>What Russia expects</b>
    The Kremlin awaits the visit; in the expert's view, the talks will weigh on how Russia's war goes on.

    <b>What is known about the visit</b>
    The dates, the meeting with Putin, China's stated position and a journalist's view.

    Ask about any of this in your own words.
    [Why the visit matters]
    [How China's position on Russia changed]
    [What Russia expects]
    [What is known about the visit]"
  `);
});

test("/facts lists what the editors marked, each with who says it", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/facts")).shown).toMatchInlineSnapshot(`
    "<b>Key facts</b>

    1. A talk with Zelensky is planned · <i>Valery Klochok, opinion</i>
    2. The US welcomes the talk · <i>Channel 24, report</i>
    3. Declaration of February 2022 · <i>Valery Klochok, opinion</i>
    4. 20–22 March · <i>The Kremlin, announcement</i>
    5. Xi will meet Putin · <i>Channel 24, report</i>
    6. China to keep an objective position · <i>China, announcement</i>
    7. Putin's most important meeting in years · <i>Igor Yakovenko, opinion</i>

    Channel 24 · retold here
    [1] [2] [3] [4] [5] [6]
    [7]"
  `);
});

test("/dates lists the passages that give a date", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/dates")).shown).toMatchInlineSnapshot(`
    "<b>Dates</b>

    1. China's power on show · <i>Valery Klochok, opinion</i>
    2. Declaration of February 2022 · <i>Valery Klochok, opinion</i>
    3. China will dictate the terms · <i>Valery Klochok, opinion</i>
    4. 20–22 March · <i>The Kremlin, announcement</i>

    Channel 24 · retold here
    [1] [2] [3] [4]"
  `);
});

test("/people tells who is named, in what capacity", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("/people");
  expect(shown).toContain("<b>Igor Yakovenko</b>: Russian journalist");
  expect(shown).toContain("[Igor Yakovenko: main points]");
  expect(shown).not.toContain("[NATO: main points]");
});

test("/about tells the source, and what of it is not given", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/about")).shown).toMatchInlineSnapshot(`
    "<b>Source</b>

    Putin will be forced to face reality: how relations between China and Russia have changed
    Channel 24, Ukrainian news channel, publisher of the article
    Not given: author, date, link

    Here it is retold in short passages, not in its own words.
    [What is it about?]"
  `);
});

test("/help tells what the bot does", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/help")).shown).toMatchInlineSnapshot(`
    "I answer questions about an article with the article's own passages, and say who says each of them. Where it does not say, I tell you so. I write nothing of my own.

    Try: a question in your own words; “who says that?” after an answer; a name and “main points”.

    /start – begin, with a few questions to ask
    /help – what this bot does
    /brief – the article, section by section
    /facts – key facts
    /dates – dates
    /people – who is named, and what they say
    /about – where the article comes from"
  `);
});

test("where several articles are known, a list of them is offered", async () => {
  const chat = await openBotChat("test/fixtures/articles");
  expect((await chat.say("/brief")).shown).toMatchInlineSnapshot(`
    "<b>Articles you can ask about</b>

    • Fire closes Tarn Street bakery · <i>Fire closes Tarn Street bakery</i>
    • The night ferry to Osprey Holm · <i>The Vellan Packet</i>

    Ask about any of this in your own words.
    [Fire closes Tarn Street bakery]
    [The night ferry to Osprey Holm]"
  `);
  await chat.press("Fire closes Tarn Street bakery");
  expect((await chat.say("/about")).shown).toContain("Fire closes Tarn");
});

test("a command that there is not is told so", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/weather")).shown).toContain("/help lists what I do");
});
