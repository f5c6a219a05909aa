import { expect, test } from "vitest";
import { suggestQuestions } from "../../src/answer/respond/suggest-questions.ts";
import { bridgeArticle } from "../search/sample.ts";

/** In the order of the passages that answer them; nothing answers "hotels?". */
const ANSWERS = new Map([
  ["when?", "dates"],
  ["why?", "rust"],
  ["how to cross?", "ferry"],
  ["how much?", "cost"],
]);
const article = bridgeArticle({ suggestedQuestions: [...ANSWERS.keys(), "hotels?"] });

function openSuggestions() {
  let tried = 0;
  const suggest = suggestQuestions((question) => {
    tried += 1;
    return ANSWERS.get(question);
  });
  return { suggest, tried: () => tried };
}

test.each([
  [{ question: "hi" }, ["when?", "why?"]],
  [{ question: "when?" }, ["why?", "how to cross?"]],
  [{ question: "x", passage: "rust" }, ["how to cross?", "how much?"]],
  [{ question: "x", passage: "ferry" }, ["how much?", "when?"]],
  [{ question: "x", passage: "cost", seen: ["cost", "dates"] }, ["why?", "how to cross?"]],
  [{ question: "x", seen: ["dates", "rust", "ferry", "cost"] }, ["when?", "why?"]],
])("after %j, %j are suggested", (avoid, expected) => {
  expect(openSuggestions().suggest(article, avoid)).toEqual(expected);
});

test("each is tried once per article", () => {
  const { suggest, tried } = openSuggestions();
  suggest(article, { question: "x" });
  suggest(article, { question: "y" });
  expect(tried()).toBe(5);
});
