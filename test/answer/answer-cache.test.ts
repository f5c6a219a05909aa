import { assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { type AnswerQuestion, prepareAnswers } from "../../src/answer/answer-question.ts";
import { cacheAnswers } from "../../src/answer/answer-cache.ts";
import { articlesIn } from "../support/sample-bot.ts";

const answerQuestion = prepareAnswers(articlesIn("test/fixtures/articles"));

/** The same with a count of how often it was asked. */
function counted(mayKeep: (text: string) => boolean = () => true) {
  let count = 0;
  const counting: AnswerQuestion = (...asked) => {
    count += 1;
    return answerQuestion(...asked);
  };
  return { answers: cacheAnswers(counting, mayKeep), count: () => count };
}

test("what was asked before in the same context is not looked for again", () => {
  const { answers, count } = counted();
  const first = answers("Who is Tobias Renn?");
  expect(answers("Who is Tobias Renn?")).toBe(first);
  expect(count()).toBe(1);
});

test("remembered or not, the answer is the same in every context", () => {
  const { answers } = counted();
  const question = constantFrom("Who is Renn?", "What does he say?", "When?", "thanks", "");
  const context = constantFrom({}, { person: "renn" }, { article: "bakery-fire" }, undefined);
  const within = constantFrom(undefined, "harbour-ferry");
  assert(
    property(question, context, within, (...asked) => {
      expect(answers(...asked)).toEqual(answerQuestion(...asked));
    }),
  );
});

test("of more than a thousand the one asked longest ago is forgotten", () => {
  const { answers, count } = counted();
  answers("used again and again");
  for (let number = 0; number < 1500; number += 1) {
    answers(`once ${number}`);
    answers("used again and again");
  }
  expect(count()).toBe(1501);
  answers("once 0");
  expect(count()).toBe(1502);
});

test("what may not be kept is looked for each time, in the question and in the context", () => {
  const { answers, count } = counted((text) => !text.includes("secret"));
  answers("a secret");
  answers("a secret");
  answers("When?", { question: "the secret" });
  answers("When?", { question: "the secret" });
  expect(count()).toBe(4);
});
