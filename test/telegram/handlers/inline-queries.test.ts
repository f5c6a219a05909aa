import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

test("@bot words: passages to choose from, the best first", async () => {
  const chat = await openBotChat();
  const results = await chat.inline("When is Xi visiting Moscow?");
  expect(results.answer?.results[0]?.title).toBe("20–22 March");
  expect(results.answer?.results[0]?.description).toMatch(/^The Kremlin · /u);
  expect(results.answer?.results.length).toBeLessThanOrEqual(8);
});

test("the chosen passage is posted as a card with who says it, and the bot adds nothing", async () => {
  const chat = await openBotChat();
  const results = await chat.inline("When is Xi visiting Moscow?");
  const { shown } = await results.choose("20–22 March");
  expect(shown).toMatchInlineSnapshot(`
    "<b>20–22 March</b>

    <blockquote>The Kremlin has announced that <b>Xi</b> Jinping will be in Russia from <b>20</b> to <b>22 March</b>.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · announcement · retold here</i>
    § What is known about the visit · Channel 24

    Editor's note: The article names no year; the context points to 2023.
    [Ask the article]"
  `);
});

test("without words: the suggested questions", async () => {
  const chat = await openBotChat();
  expect((await chat.inline("")).shown).toMatchInlineSnapshot(`
    "When is Xi Jinping visiting Moscow? · The Kremlin · The Kremlin has announced that Xi Jinping will be in Russia from 20 to 22 March.
    What will Xi and Putin discuss? · Channel 24 · The Chinese president, Xi Jinping, will meet Vladimir Putin. The two sides intend to exchange views on deepening Russian–Chinese cooperation in the international arena.
    What does the expert say about NATO? · Valery Klochok · China's peace plan hardly differs from the country's general doctrine. One of the plan's clauses opposes the use of blocs to serve one's own ambitions, and that is a plain signal about NATO.
    Will Xi speak with Zelensky? · Valery Klochok · After his trip to Russia, the Chinese leader Xi Jinping plans to speak with Ukraine's president, Volodymyr Zelensky.
    How does the United States see the talk with Zelensky? · Channel 24 · The United States welcomes the planned conversation between Xi Jinping and Volodymyr Zelensky.
    How many countries support Putin? · Valery Klochok · Up to a dozen countries in the world support Putin's regime today.
    What did China and Russia sign in February 2022? · Valery Klochok · China and Russia signed a declaration on military and economic cooperation in early February 2022.
    Why is the meeting so important for Putin? · Igor Yakovenko · For the head of the Kremlin, this will be the most important meeting in recent years. Putin now needs a helping hand from China, which may move from neutrality on Russia's war against Ukraine to supporting the aggressor."
  `);
});

test("if nothing is found, a button opens the bot", async () => {
  const chat = await openBotChat();
  expect((await chat.inline("will bitcoin go up?")).shown).toBe("[Nothing found. Open the bot]");
});

test("the button opens the bot at the article", async () => {
  const chat = await openBotChat();
  const { answer } = await chat.inline("bitcoin");
  expect((await chat.start(answer?.button?.startParameter)).shown).toContain("Xi Jinping");
});
