import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { shownPassages } from "../../src/answer/shown-passages.ts";
import { bridgeArticle } from "../search/sample.ts";

const answerQuestion = prepareAnswers([bridgeArticle()]);

test.each([
  ["Is there a ferry?", "answered", ["ferry"]],
  ["What does Marlow say?", "points", ["rust", "doubt"]],
  ["Who is Marlow?", "person", ["rust", "doubt", "cost"]],
  ["Who published this?", "source", []],
  ["bitcoin?", "not-covered", []],
  ["Hello!", "small-talk", []],
])("%j, %s, shows %j", (question, kind, ids) => {
  const { answer } = answerQuestion(question);
  expect(answer.kind).toBe(kind);
  expect(shownPassages(answer).map(({ passage }) => passage.id)).toEqual(ids);
});
