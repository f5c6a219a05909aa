import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

/** What is shown as the answer has buttons to copy and share it. */
const CARD = /\[👎\] \[/u;

test.each([
  ["When is Putin visiting Beijing?"],
  ["When did Xi visit Kyiv?"],
  ["What did China and Ukraine sign in February 2022?"],
  ["Коли Путін відвідає Пекін?"],
  ["Що Китай і Україна підписали в лютому 2022 року?"],
  ["Когда Путин посетит Пекин?"],
  ["Что Китай и Украина подписали в феврале 2022 года?"],
])("somebody else’s doings are no answer: %s", async (question) => {
  const chat = await openBotChat();
  expect((await chat.say(question)).shown).not.toMatch(CARD);
});

test.each([
  ["When is Xi visiting Moscow?", "20–22 March"],
  ["What did China and Russia sign in February 2022?", "Declaration of February 2022"],
  ["Що Китай і Росія підписали в лютому 2022 року?", "лютого 2022"],
  ["Что Китай и Россия подписали в феврале 2022 года?", "февраля 2022"],
])("what they do is: %s", async (question, title) => {
  const chat = await openBotChat();
  const { shown } = await chat.say(question);
  expect(shown).toMatch(CARD);
  expect(shown).toContain(title);
});

test("“who voted for the baker” is not answered by whom she voted for", async () => {
  const chat = await openBotChat("test/fixtures/articles");
  expect((await chat.say("Who voted for the baker?")).shown).not.toMatch(CARD);
  const { shown } = await chat.say("Who voted for the mayor?");
  expect(shown).toContain("the baker <b>voted</b> for the <b>mayor</b>");
});
