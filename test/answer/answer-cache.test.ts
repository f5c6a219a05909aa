import { assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import {
  type AnswerQuestion,
  type Outcome,
  prepareAnswers,
} from "../../src/answer/answer-question.ts";
import { openAnswerCache, type CacheLimits } from "../../src/answer/answer-cache.ts";
import { articlesIn } from "../support/sample-bot.ts";

const answerQuestion = prepareAnswers(articlesIn("test/fixtures/articles"));

/** A cache of answers that counts how many it had to ask for. */
function countedCache(mayCache: (text: string) => boolean = () => true, limits?: CacheLimits) {
  let count = 0;
  const counting: AnswerQuestion = (...asked) => {
    count += 1;
    return answerQuestion(...asked);
  };
  return { answers: openAnswerCache<Outcome>(mayCache, limits)(counting), count: () => count };
}

test("the same question in the same context is answered once", () => {
  const { answers, count } = countedCache();
  const first = answers("Who is Tobias Renn?");
  expect(answers("Who is Tobias Renn?")).toBe(first);
  expect(count()).toBe(1);
});

test("cached or not, the answer is the same in every context", () => {
  const { answers } = countedCache();
  const question = constantFrom("Who is Renn?", "What does he say?", "When?", "thanks", "");
  const context = constantFrom({}, { person: "renn" }, { article: "bakery-fire" }, undefined);
  const within = constantFrom(undefined, "harbour-ferry");
  assert(
    property(question, context, within, (...asked) => {
      expect(answers(...asked)).toEqual(answerQuestion(...asked));
    }),
  );
});

test("beyond a thousand questions, the one asked longest ago is dropped", () => {
  const { answers, count } = countedCache();
  answers("used again and again");
  for (let number = 0; number < 1500; number += 1) {
    answers(`once ${number}`);
    answers("used again and again");
  }
  expect(count()).toBe(1501);
  answers("once 0");
  expect(count()).toBe(1502);
});

test("no more answers are kept than there may be", () => {
  const { answers, count } = countedCache(() => true, { max: 2, maxAgeMs: 60_000 });
  for (const question of ["one", "two", "three", "three", "two"]) answers(question);
  expect(count()).toBe(3);
  answers("one");
  expect(count()).toBe(4);
});

test("if the question or the context may not be cached, the question is answered each time", () => {
  const { answers, count } = countedCache((text) => !text.includes("secret"));
  answers("a secret");
  answers("a secret");
  answers("When?", { question: "the secret" });
  answers("When?", { question: "the secret" });
  expect(count()).toBe(4);
});

test("what failed is asked again, and questions at the same time are one", async () => {
  let count = 0;
  const failing = async () => {
    count += 1;
    throw new Error("away");
  };
  const answers = openAnswerCache<Promise<Outcome>>(() => true)(failing);
  const both = [answers("Who is Renn?"), answers("Who is Renn?")];
  for (const one of both) await expect(one).rejects.toThrow("away");
  expect(count).toBe(1);
  await expect(answers("Who is Renn?")).rejects.toThrow("away");
  expect(count).toBe(2);
});

test("an answer is kept for as long as it may be", async () => {
  const { count, answers } = countedCache(() => true, { max: 10, maxAgeMs: 20 });
  answers("Who is Renn?");
  await new Promise((resolve) => setTimeout(resolve, 40));
  answers("Who is Renn?");
  expect(count()).toBe(2);
});
