import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { articlesIn } from "../support/sample-bot.ts";

const answerQuestion = prepareAnswers(articlesIn("test/fixtures/articles"));

function answerTo(question: string) {
  return answerQuestion(question, {}, "harbour-ferry").answer;
}

test("a topic that several passages cover gets a menu", () => {
  const answer = answerTo("what about the crossing?");
  const choices = answer.kind === "menu" ? answer.choices.map(({ passage }) => passage.id) : [];
  expect(choices).toEqual(expect.arrayContaining(["storm-rule", "timetable", "first-crossing"]));
});

test.each([
  ["a topic with one passage clearly ahead", "what about the quay?"],
  ["a question that asks something about the topic", "when is the first crossing?"],
  ["a yes-or-no question", "Will the crossing be called off?"],
])("%s gets no menu", (_name, question) => {
  expect(answerTo(question).kind).not.toBe("menu");
});

test("a menu suggests no question that the chat has answered", () => {
  const first = answerQuestion("How much is a ticket?", {}, "harbour-ferry");
  const second = answerQuestion("When does the night ferry start?", first.context, "harbour-ferry");
  const { answer } = answerQuestion("what about the crossing?", second.context, "harbour-ferry");
  expect(answer).toMatchObject({
    kind: "menu",
    nextQuestions: expect.not.arrayContaining([
      "How much is a ticket?",
      "When does the night ferry start?",
    ]),
  });
});
