import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

const QUESTION = "Коли Сі приїде до Москви?";

/** An answer in Ukrainian, in an English app, after the chat's context is gone. */
async function oldUkrainianCard() {
  const chat = await openBotChat("content", { user: { language_code: "en" } });
  const [card] = (await chat.say(QUESTION)).sent;
  await chat.say("/forget");
  if (!card) throw new Error("nothing was answered");
  return { chat, card };
}

test("a vote is confirmed in the language of the answer", async () => {
  const { chat, card } = await oldUkrainianCard();
  expect((await chat.press("👎", card)).toasts).toMatchObject([
    { text: "Що не так із відповіддю?" },
  ]);
  expect((await chat.press("Не той уривок", card)).toasts[0]?.text).toMatch(
    /^Записано під номером /u,
  );
});

test("a list opens in the language of the card", async () => {
  const { chat } = await oldUkrainianCard();
  const [list] = (await chat.say("Які головні тези експерта?")).sent;
  await chat.say("/forget");
  expect((await chat.press("2", list)).shown).toContain("[Увесь список]");
  await chat.say("/forget");
  expect((await chat.press("Увесь список", list)).shown).toContain("Валерій Клочок: головне");
});

test("a suggested question is answered in its own language", async () => {
  const chat = await openBotChat("content", { user: { language_code: "uk" } });
  const [start] = (await chat.say("/start")).sent;
  await chat.say("When is Xi visiting Moscow?");
  const { shown } = await chat.press("Що обговорять Сі та Путін?", start);
  expect(shown).toContain("[Копіювати]");
});
