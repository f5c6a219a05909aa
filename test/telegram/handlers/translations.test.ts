import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

test("a translated passage says so, and switches to its original and back", async () => {
  const chat = await openBotChat();
  await chat.say("Коли візит?");
  const original = await chat.press("Оригінал");
  expect(original.sent).toEqual([]);
  expect(original.shown).toMatchInlineSnapshot(`
    "(edited)
    <b>20–22 March</b>

    <blockquote>The Kremlin has announced that Xi Jinping will be in Russia from 20 to 22 March.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · офіційна заява · у переказі</i>
    § What is known about the visit · Channel 24 · англійською

    Примітка редакції: The article names no year; the context points to 2023.
    [Що обговорять Сі та Путін?]
    [Переклад]
    [👍] [👎] [Копіювати] [Поділитися]"
  `);
  expect((await chat.press("Переклад")).shown).toContain("Переклад редакції");
});

test("text above a card stays when the card is switched", async () => {
  const chat = await openBotChat();
  await chat.say("Коли візит?");
  await chat.press("Що обговорять Сі та Путін?");
  const { shown } = await chat.press("Оригінал");
  expect(shown).toMatch(/^\(edited\)\n<i>Що обговорять .*\?<\/i>\n\n<b>Xi will meet Putin/u);
});

test("a point opened from a list can be switched too", async () => {
  const chat = await openBotChat("content", { user: { language_code: "ru" } });
  await chat.say("/facts");
  const opened = await chat.press("4");
  expect(opened.shown).toContain("\n[Оригинал]");
  expect((await chat.press("Оригинал")).shown).toContain("The Kremlin has announced");
});

test("a passage in the article's own language has no original to show", async () => {
  const chat = await openBotChat();
  expect((await chat.say("When is Xi visiting Moscow?")).shown).not.toContain("[Original]");
});
