import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

/** What is shown as the answer has buttons to copy and share it. */
const CARD = /\[👎\] \[/u;

test.each([
  ["en", "Where did Anna Holt learn her trade?", "She is 34 years old"],
  ["uk", "Де Ольга Голт навчилася ремесла?", "Вона має 34 роки"],
  ["ru", "Где Ольга Холт выучилась ремеслу?", "Она выучилась ремеслу"],
])(
  "in %s, what is told of “her” is told of whom the passage before names",
  async (language, question, answer) => {
    const chat = await openBotChat(`test/fixtures/pronouns/${language}`);
    const { shown } = await chat.say(question);
    expect(shown).toMatch(CARD);
    expect(shown.replaceAll(/<\/?b>/gu, "")).toContain(answer);
  },
);

test.each([
  ["en", "How old is Peter Dunn?"],
  ["uk", "Скільки років Петрові Данну?"],
  ["ru", "Сколько лет Павлу Данну?"],
])("in %s, his son’s age is not his", async (language, question) => {
  const chat = await openBotChat(`test/fixtures/pronouns/${language}`);
  expect((await chat.say(question)).shown).not.toMatch(CARD);
});

test("“how old is he?” asks for the age of whoever was asked about", async () => {
  const chat = await openBotChat("test/fixtures/pronouns/en");
  await chat.say("What does Peter Dunn send?");
  expect((await chat.say("How old is he?")).shown).not.toMatch(CARD);
});
