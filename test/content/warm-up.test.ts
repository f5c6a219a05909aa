import { expect, test } from "vitest";
import { type Outcome, prepareAnswers } from "../../src/answer/answer-question.ts";
import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { warmUp } from "../../src/content/warm-up.ts";
import { bridgeArticle } from "../search/sample.ts";

test.each([
  [["en"], ["en"]],
  [
    ["uk", "en", "uk-UA"],
    ["uk", "en"],
  ],
  [["de"], []],
])("for articles in %j, questions in %j are searched for", async (codes, asked) => {
  const articles = codes.map((language, at) => bridgeArticle({ language, slug: `article-${at}` }));
  const answerQuestion = prepareAnswers(articles);
  const outcomes: Outcome[] = [];
  await warmUp(
    articleLookupInMemory(() => articles),
    (question) => {
      const outcome = answerQuestion(question);
      outcomes.push(outcome);
      return outcome;
    },
  );
  expect(outcomes.map(({ language }) => language)).toEqual(asked);
  for (const { findings } of outcomes) expect(findings.query.words.length).toBeGreaterThan(2);
});
