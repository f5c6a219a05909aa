import { expect, test } from "vitest";
import { firstPassScore } from "../../src/search/ranking/first-pass.ts";
import { compileQuery } from "../../src/search/query/compile-query.ts";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import { indexLanguage } from "../../src/search/index/language-index.ts";
import { bridgeArticle } from "./sample.ts";

const index = indexLanguage([bridgeArticle()]);

function worth(question: string, passage: string): number {
  const found = index.passages.find((indexed) => indexed.passage.id === passage);
  if (!found) throw new Error(`the sample has no passage ${passage}`);
  return firstPassScore(found, compileQuery(parseQuery(question, index), index));
}

test("a passage without a word of the question is worth nothing", () => {
  expect(worth("What does a ferry cost?", "rust")).toBe(0);
});

test("the word itself is worth more than another form of it", () => {
  expect(worth("weakened cables", "rust")).toBeGreaterThan(worth("weakness of cables", "rust"));
  expect(worth("weakness of cables", "rust")).toBeGreaterThan(worth("cables", "rust"));
});

test("a passage spoken by somebody has their name", () => {
  expect(worth("What does Marlow think?", "doubt")).toBeGreaterThan(0);
});
