import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Language } from "../../src/languages/language.ts";
import { articlesIn } from "../support/sample-bot.ts";

const ask = prepareAnswers(articlesIn("test/fixtures/articles"));
const askInHarbour = (question: string) => ask(question, {}, "harbour-ferry").answer;

test.each<[Language, string, string]>([
  ["en", "On which date is the first crossing?", "first-crossing"],
  ["en", "What does the rule on wind above force eight mean?", "storm-rule"],
  ["uk", "Якого числа перший рейс?", "first-crossing"],
  ["uk", "Якого саме дня перший рейс?", "first-crossing"],
  ["uk", "Що означає тиша для остров'ян?", "quiet-worry"],
  ["uk", "Що для остров'ян значить тиша?", "quiet-worry"],
  ["ru", "Какого числа первый рейс?", "first-crossing"],
  ["ru", "Какого именно числа первый рейс?", "first-crossing"],
  ["ru", "Что означает тишина для островитян?", "quiet-worry"],
  ["ru", "Что для островитян значит тишина?", "quiet-worry"],
])("in %s, a passage answers %j without the words that only ask", (_language, question, id) => {
  expect(askInHarbour(question)).toMatchObject({ kind: "answered", passage: { id } });
});

test.each<[Language, string]>([
  ["en", "Which day does the museum open?"],
  ["uk", "Якого числа відкриють музей?"],
  ["ru", "Какого числа откроют музей?"],
])("in %s, %j is not answered, and only the museum is named", (_language, question) => {
  const answer = askInHarbour(question);
  expect(answer.kind).not.toBe("answered");
  const named = answer.kind === "not-covered" ? answer.unknownWords.join(" ") : "";
  expect(named).not.toMatch(/числа|day/u);
});

test.each<[Language, string]>([
  ["en", "which dates?"],
  ["uk", "які дати?"],
  ["ru", "какие даты?"],
])("in %s, %j alone still asks for all dates", (_language, question) => {
  expect(askInHarbour(question)).toMatchObject({ kind: "overview", of: "dates" });
});
