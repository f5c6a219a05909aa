import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { articlesIn } from "../support/sample-bot.ts";

const ask = prepareAnswers(articlesIn("test/fixtures/articles"));

test.each([
  ["How many guests were on the first crossing?", "unsure"],
  ["Скільки гостей було на першому рейсі?", "unsure"],
  ["Яка кількість гостей була на першому рейсі?", "unsure"],
  ["Сколько пассажиров было в первом рейсе?", "unsure"],
  ["Какое количество пассажиров было в первом рейсе?", "unsure"],
  ["Скільки коштує квиток?", "answered"],
  ["Скільки мільйонів крон коштував причал?", "answered"],
  ["Скільки часу йде пором?", "answered"],
  ["Сколько стоит билет?", "answered"],
  ["Сколько миллионов крон стоил причал?", "answered"],
])("a passage that does not name what is counted is only near: %s", (question, kind) => {
  expect(ask(question, {}, "harbour-ferry").answer.kind).toBe(kind);
});
