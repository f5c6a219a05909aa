import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { articlesIn } from "../support/sample-bot.ts";

const answerQuestion = prepareAnswers(articlesIn("test/fixtures/articles"));

function answerTo(question: string) {
  return answerQuestion(question, {}, "harbour-ferry").answer;
}

test("a topic that several passages are about is answered with all of them to choose from", () => {
  const answer = answerTo("what about the crossing?");
  const choices = answer.kind === "menu" ? answer.choices.map(({ passage }) => passage.id) : [];
  expect(choices).toEqual(expect.arrayContaining(["storm-rule", "timetable", "sunday-wish"]));
});

test.each([
  ["a topic with one passage clearly ahead", "what about the quay?"],
  ["a question that says what it wants to know of the topic", "when is the first crossing?"],
  ["a question with yes or no for an answer", "Will the crossing be called off?"],
])("no menu is made of %s", (_name, question) => {
  expect(answerTo(question).kind).not.toBe("menu");
});
