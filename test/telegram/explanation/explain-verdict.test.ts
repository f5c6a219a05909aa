import { expect, test } from "vitest";
import { answersFrom } from "../../../src/answer/answer-question.ts";
import { ANSWERABILITY_CHECKS } from "../../../src/search/confidence/answerability.ts";
import { indexPassages } from "../../../src/search/index/passage-index.ts";
import type { Verdict } from "../../../src/search/findings.ts";
import { explainAnswer } from "../../../src/telegram/explanation/explain-answer.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { articlesIn, searchConcluding } from "../../support/sample-bot.ts";

const ARTICLES = articlesIn("test/fixtures/articles");
const INDEX = indexPassages(ARTICLES);

function because(question: string, verdict: Verdict): string {
  const { answerQuestion } = answersFrom(ARTICLES, INDEX, { search: searchConcluding(verdict) });
  return explainAnswer(answerQuestion(question, {}, "harbour-ferry")).because.join(" ");
}

test.each<[string, Verdict, string]>([
  [
    "How much is a single ticket?",
    "answered",
    "Shown as the answer: the first passage has 2 of 2 words of the question",
  ],
  [
    "Is a single ticket free in bad weather?",
    "closest",
    "Shown as closest, not as the answer: the first passage has 3 of 5 words of the question; it lacks “bad”, “weather”",
  ],
  [
    "How much is a single ticket for a bicycle?",
    "near",
    "Shown as near, not as the answer: the first passage has 2 of 3 words of the question; it lacks “bicycle”",
  ],
  [
    "Will bitcoin go up?",
    "nothing",
    "No passage is shown: the first passage has 1 of 2 words of the question; it lacks “bitcoin”",
  ],
  [
    "What did Renn say about the storm?",
    "near",
    "nothing that Tobias Renn says in the article answers",
  ],
  [
    "Скільки коштує квиток на велосипед?",
    "near",
    "Показано як близьке, а не як відповідь: у першому уривку є",
  ],
  [
    "Сколько стоит билет на велосипед?",
    "near",
    "Показано как близкое, а не как ответ: в первом отрывке есть",
  ],
])("%s as %s: %s", (question, verdict, sentence) => {
  expect(because(question, verdict)).toContain(sentence);
});

test("it says how sure the match is, and how sure a card has to be", () => {
  expect(because("Is a single ticket free in bad weather?", "closest")).toMatch(
    /How sure: of 100 matches like this, about \d+ are right; a card takes \d+\.$/u,
  );
});

test.each(["en", "uk", "ru"] as const)("every check has its words in %s", (language) => {
  const { failed } = wordingFor(language).why;
  expect(Object.keys(failed)).toEqual(expect.arrayContaining(Object.keys(ANSWERABILITY_CHECKS)));
});
