import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

test("a deep link to something gone counts as none", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("/start nowhere_at-all");
  expect(shown).toBe((await chat.say("/start")).shown);
});

test("/facts lists the key facts, each with who says it", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/facts")).shown).toMatchInlineSnapshot(`
    "<b>Key facts</b>

    1. After his trip to Russia, the Chinese leader Xi Jinping plans to speak with Ukraine's president, Volodymyr Zelensky. · <i>Valery Klochok, opinion</i>
    2. The United States welcomes the planned conversation between Xi Jinping and Volodymyr Zelensky. · <i>Channel 24, report</i>
    3. China and Russia signed a declaration on military and economic cooperation in early February 2022. · <i>Valery Klochok, opinion</i>
    4. The Kremlin has announced that Xi Jinping will be in Russia from 20 to 22 March. · <i>The Kremlin, announcement</i>
    5. The Chinese president, Xi Jinping, will meet Vladimir Putin. · <i>Channel 24, report</i>
    6. China has stressed that it will keep to an objective position on Ukraine and play a constructive part in moving negotiations forward. · <i>China, announcement</i>
    7. For the head of the Kremlin, this will be the most important meeting in recent years. · <i>Igor Yakovenko, opinion</i>

    Channel 24 · retold here
    [1] [2] [3] [4] [5] [6]
    [7]"
  `);
});

test("/dates lists what happens on each date", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/dates")).shown).toMatchInlineSnapshot(`
    "<b>Dates</b>

    <b>February 2022</b>
    1. When the February 2022 declaration was signed, China saw Russia as a partner, at least roughly. · <i>Valery Klochok, opinion</i>

    <b>Early February 2022</b>
    2. China and Russia signed a declaration on military and economic cooperation in early February 2022. · <i>Valery Klochok, opinion</i>

    <b>March</b>
    3. Xi Jinping is due to visit Moscow in March. · <i>Valery Klochok, opinion</i>

    <b>From 20 to 22 March</b>
    4. The Kremlin has announced that Xi Jinping will be in Russia from 20 to 22 March. · <i>The Kremlin, announcement</i>

    Channel 24 · retold here
    [1] [2] [3] [4]"
  `);
});

test("/people lists who is named, and in what capacity", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("/people");
  expect(shown).toContain("<b>Igor Yakovenko</b>: Russian journalist");
  expect(shown).toContain("[Igor Yakovenko: main points]");
  expect(shown).not.toContain("[NATO: main points]");
});

test("/about gives the source, and says what is missing", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/about")).shown).toMatchInlineSnapshot(`
    "<b>Source</b>

    Putin will be forced to face reality: how relations between China and Russia have changed
    Channel 24, Ukrainian news channel, publisher of the article
    Not given: author, date, link

    The passages here are a short retelling, not the original text.
    [What is it about?]"
  `);
});

test("/help says what the bot does", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/help")).shown).toMatchInlineSnapshot(`
    "I answer questions about an article with passages from it, and tell you who said each one. If the article doesn't say, I tell you so. I write nothing of my own.

    Try a question in your own words, “who says that?” after an answer, or a name and “main points”.

    /start — a few questions to begin with
    /help — what this bot does
    /brief — the article, section by section
    /facts — key facts
    /dates — dates
    /people — who is named and what they say
    /about — where the article comes from
    /privacy — what is stored about your questions"
  `);
});

test.each(["/ask", "/Ask", "/ASK"])("%s without a question gets the help text", async (ask) => {
  const chat = await openBotChat();
  expect((await chat.say(ask)).shown).toBe((await chat.say("/help")).shown);
});

test("with several articles, a list is offered", async () => {
  const chat = await openBotChat("test/fixtures/articles");
  expect((await chat.say("/brief")).shown).toMatchInlineSnapshot(`
    "<b>Articles you can ask about</b>

    • Fire closes Tarn Street bakery
    • Corn Square without cars · <i>The Marlstead Courier</i>
    • The night ferry to Osprey Holm · <i>The Vellan Packet</i>

    Ask about any of this in your own words.
    [Fire closes Tarn Street bakery]
    [Corn Square without cars]
    [The night ferry to Osprey Holm]"
  `);
  await chat.press("Fire closes Tarn Street bakery");
  expect((await chat.say("/about")).shown).toContain("Fire closes Tarn");
});

test("an unknown command gets a hint", async () => {
  const chat = await openBotChat();
  expect((await chat.say("/weather")).shown).toContain("/help shows what I can do");
});

test.each([
  "/Help",
  "/START",
  "/Brief",
  "/FACTS",
  "/Dates",
  "/People",
  "/About",
  "/PRIVACY",
  "/Forget",
])("%s is the command in small letters", async (command) => {
  const chat = await openBotChat();
  const { shown } = await chat.say(command.toLowerCase());
  expect((await chat.say(command)).shown).toBe(shown);
});

test("a command may name the bot, in any case", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("/dates");
  const name = chat.api.bot.username;
  expect((await chat.say(`/Dates@${name}`)).shown).toBe(shown);
  expect((await chat.say(`/dates@${name.toUpperCase()}`)).shown).toBe(shown);
});
