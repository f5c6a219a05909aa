import { expect, test } from "vitest";
import { type Outcome, prepareAnswers } from "../../src/answer/answer-question.ts";
import { warmUp, warmUpWithoutArticles } from "../../src/content/warm-up.ts";
import { LANGUAGES } from "../../src/languages/language.ts";
import { articlesIn } from "../support/sample-bot.ts";

test("a question of each language is asked, as readers would ask it, and searched for", async () => {
  const answerQuestion = prepareAnswers(articlesIn("test/fixtures/articles"));
  const outcomes: Outcome[] = [];
  await warmUp((question) => {
    const outcome = answerQuestion(question);
    outcomes.push(outcome);
    return outcome;
  });
  expect(outcomes.map(({ language }) => language)).toEqual([...LANGUAGES]);
  for (const { findings } of outcomes) expect(findings.query.words.length).toBeGreaterThan(2);
});

test("the article to warm up with has no mistakes", () => {
  expect(() => warmUpWithoutArticles()).not.toThrow();
});
