import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

test("1. a newcomer gets the title, what the bot does and four questions", async () => {
  const chat = await openBotChat();
  expect((await chat.start()).shown).toMatchInlineSnapshot(`
    "<b>Xi Jinping's visit to Moscow</b>
    Channel 24

    Ask about it in your own words. Every answer is a passage from the article, with who said it.
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [What does the expert say about NATO?]
    [Will Xi speak with Zelensky?]"
  `);
  expect((await chat.start("xi-moscow-visit")).shown).toBe((await chat.start()).shown);
});

test("1. a link to a passage opens it between its neighbours", async () => {
  const chat = await openBotChat();
  expect((await chat.start("xi-moscow-visit_visit-dates")).shown).toMatchInlineSnapshot(`
    "<b>20–22 March</b>

    <blockquote>The Kremlin has announced that Xi Jinping will be in Russia from 20 to 22 March.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · announcement · retold here</i>
    § What is known about the visit · Channel 24

    Editor's note: The article names no year; the context points to 2023.
    [When is Xi Jinping visiting Moscow?]
    [1 of 4] [›]
    [All] [Copy] [Share]"
  `);
});

test("2. a question gets its passage: who says it, in what capacity, how and where", async () => {
  const chat = await openBotChat();
  expect((await chat.say("when was the visit?")).shown).toMatchInlineSnapshot(`
    "<b>20–22 March</b>

    <blockquote>The Kremlin has announced that Xi Jinping will be in Russia from <b>20</b> to <b>22 March</b>.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · announcement · retold here</i>
    § What is known about the visit · Channel 24

    Editor's note: The article names no year; the context points to 2023.
    [What will Xi and Putin discuss?]
    [Why is the meeting so important for Putin?]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("3. a person's points are numbered below their sections, and open in place", async () => {
  const chat = await openBotChat();
  const list = await chat.say("what are the expert's main points?");
  expect(list.shown).toMatchInlineSnapshot(`
    "<b>Valery Klochok: main points</b>
    <i>political expert, head of the Vezha Center for Public Analytics</i>

    <i>§ Why the visit matters</i>
    1. The trip will put China's international power on show, after a year in which the country kept silent about the war in Ukraine.
    2. After his trip to Russia, the Chinese leader Xi Jinping plans to speak with Ukraine's president, Volodymyr Zelensky.
    3. China is getting ready to put its so-called “peace plan” into practice.
    4. One of the plan's clauses opposes the use of blocs to serve one's own ambitions, and that is a plain signal about NATO.

    <i>§ How China's position on Russia changed</i>
    5. On the whole, China's position is the same as it was before Russia's full-scale invasion of Ukraine.
    6. China and Russia signed a declaration on military and economic cooperation in early February 2022.
    7. Now China stands a step higher, in fact more than one, and so Beijing will dictate the terms.

    <i>§ What Russia expects</i>
    8. How far Russia carries on its military actions will depend in many ways on what comes of the negotiations between Xi Jinping and Putin.

    Channel 24 · retold here
    [1] [2] [3] [4] [5] [6]
    [7] [8]
    [More ›]"
  `);
  const point = await chat.press("7");
  expect(point.sent).toEqual([]);
  expect(point.shown).toMatchInlineSnapshot(`
    "(edited)
    <b>China will dictate the terms</b>

    <blockquote>When the February 2022 declaration was signed, China saw Russia as a partner, at least roughly. Now China stands a step higher, in fact more than one, and so Beijing will dictate the terms.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · quoted in the article, retold here</i>
    § How China's position on Russia changed · Channel 24
    [‹] [7 of 11] [›]
    [All] [Copy] [Share]"
  `);
});

test("4. a person's reply gives their capacity and how much they say", async () => {
  const chat = await openBotChat();
  expect((await chat.say("who is Klochok")).shown).toMatchInlineSnapshot(`
    "<b>Valery Klochok</b>
    political expert, head of the Vezha Center for Public Analytics (as described by Channel 24)

    11 statements in this article
    1. After his trip to Russia, the Chinese leader Xi Jinping plans to speak with Ukraine's president, Volodymyr Zelensky.
    2. China and Russia signed a declaration on military and economic cooperation in early February 2022.
    3. The trip will put China's international power on show, after a year in which the country kept silent about the war in Ukraine.

    Channel 24 · retold here
    [1] [2] [3]
    [Valery Klochok: main points]"
  `);
});

test("7. a corrected word is shown in the article's spelling", async () => {
  const chat = await openBotChat();
  expect((await chat.say("when did Xi Jinpin visti moskow")).shown).toMatchInlineSnapshot(`
    "Reading this as Xi Jinping · visit · Moscow

    <b>20–22 March</b>

    <blockquote>The Kremlin has announced that <b>Xi Jinping</b> will be in Russia from <b>20</b> to <b>22 March</b>.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · announcement · retold here</i>
    § What is known about the visit · Channel 24

    Editor's note: The article names no year; the context points to 2023.
    [What will Xi and Putin discuss?]
    [Why is the meeting so important for Putin?]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("8. a refusal names what the article never mentions, and offers two questions it does answer", async () => {
  const chat = await openBotChat();
  expect((await chat.say("will bitcoin go up?")).shown).toMatchInlineSnapshot(`
    "<b>I found nothing on that in the article.</b> It never mentions <i>bitcoin</i>.

    It does answer these:
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [What is it about?]"
  `);
});

test("9. if the topic is there but the fact is not, the nearest passage is marked as such", async () => {
  const chat = await openBotChat();
  expect((await chat.say("how many agreements were signed?")).shown).toMatchInlineSnapshot(`
    "<b>The article doesn't seem to say that.</b>

    The closest passage:
    <blockquote>China and Russia <b>signed</b> a declaration on military and economic cooperation in early February 2022.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · retold here</i>
    Channel 24
    [Show it]
    [When is Xi Jinping visiting Moscow?]
    [👍] [👎]"
  `);
});

test("10. several passages that are nearly equal are a menu, not a guess", async () => {
  const chat = await openBotChat();
  expect((await chat.say("what about China?")).shown).toMatchInlineSnapshot(`
    "<b>Several passages are about this. Which one?</b>

    1. On the whole, China's position is the same as it was before Russia's full-scale invasion of Ukraine. · <i>Valery Klochok, opinion</i>
    2. When the February 2022 declaration was signed, China saw Russia as a partner, at least roughly. · <i>Valery Klochok, opinion</i>
    3. China and Russia signed a declaration on military and economic cooperation in early February 2022. · <i>Valery Klochok, opinion</i>
    4. China has stressed that it will keep to an objective position on Ukraine and play a constructive part in moving negotiations forward. · <i>China, announcement</i>
    5. China is not the first among the countries that support Putin. · <i>Valery Klochok, opinion</i>
    6. The trip will put China's international power on show, after a year in which the country kept silent about the war in Ukraine. · <i>Valery Klochok, opinion</i>
    [1] [2] [3] [4] [5] [6]"
  `);
  expect((await chat.press("1")).shown).toMatch(/^\(edited\)\n<b>.*<blockquote>.*\[Share\]$/su);
});

test("12. the overview has one line for each section, which opens", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("tell me everything");
  expect(shown).toMatchInlineSnapshot(`
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
  expect((await chat.say("/brief")).shown).toBe(shown);
  expect((await chat.press("What Russia expects")).shown).toMatchInlineSnapshot(`
    "(edited)
    <b>What Russia expects</b>

    1. The Kremlin is waiting for the visit of the Chinese leader, Xi Jinping. · <i>Channel 24, report</i>
    2. Russia is in no hurry to launch an open mobilisation, although it badly needs to make up its losses at the front. · <i>Channel 24, report</i>
    3. How far Russia carries on its military actions will depend in many ways on what comes of the negotiations between Xi Jinping and Putin. · <i>Valery Klochok, opinion</i>
    4. On his own, Putin will not cope with the tasks he invented for his so-called “special operation”. · <i>Valery Klochok, opinion</i>
    5. Up to a dozen countries in the world support Putin's regime today. · <i>Valery Klochok, opinion</i>
    6. China is not the first among the countries that support Putin. · <i>Valery Klochok, opinion</i>
    7. What the Chinese leader goes on to discuss with Volodymyr Zelensky will be decided by how strongly Xi Jinping influences Putin. · <i>Channel 24, report</i>

    Channel 24 · retold here
    [1] [2] [3] [4] [5] [6]
    [7]"
  `);
});
