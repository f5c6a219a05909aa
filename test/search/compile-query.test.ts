import { expect, test } from "vitest";
import { indexLanguage } from "../../src/search/index/language-index.ts";
import { compileQuery, RELATIVE } from "../../src/search/query/compile-query.ts";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import type { QueryTerm } from "../../src/search/query/query-terms.ts";
import { bridgeArticle } from "./sample.ts";

const index = indexLanguage([bridgeArticle()]);

function compile(question: string, background?: string) {
  return compileQuery(parseQuery(question, index, background), index);
}

function termOf(term: string, question: string, background?: string): QueryTerm | undefined {
  return compile(question, background).queryTerms.find((queryTerm) => queryTerm.term === term);
}

test("a term asked for twice is one query term", () => {
  const { queryTerms } = compile("the ferry, the ferry and the river");
  expect(queryTerms.map(({ term }) => term)).toEqual(["ferri", "river"]);
});

test("a term of the background weighs less than one asked for, and comes after", () => {
  const { queryTerms, weight } = compile("the river", "a ferry");
  expect(queryTerms.map(({ term }) => term)).toEqual(["river", "ferri"]);
  expect(termOf("ferri", "the river", "a ferry")?.weight).toBeCloseTo(
    0.3 * (termOf("ferri", "a ferry")?.weight ?? 0),
  );
  expect(weight).toBe(termOf("river", "the river")?.weight);
});

test("the background never adds a term that the articles lack, or one that is asked for", () => {
  const { queryTerms } = compile("the river", "bitcoin on the river");
  expect(queryTerms.map(({ term }) => term)).toEqual(["river"]);
});

test.each([
  ["the ferry", { isKnown: true, isUnknownInAnyForm: false }],
  ["the ferries", { isKnown: true, isUnknownInAnyForm: false }],
  ["in Normandy", { isKnown: false, isUnknownInAnyForm: true, isName: true }],
  ["the weakness", { isKnown: false, isUnknownInAnyForm: false }],
])("the query term of %j is %j", (question, expected) => {
  expect(compile(question).queryTerms).toMatchObject([expected]);
});

test("a name carries the people whom it names", () => {
  expect(termOf("marlow", "What does Marlow say?")?.people).toEqual(["marlow"]);
});

test("terms with another ending are relatives, marked as such by their ids", () => {
  const { otherTerms, matchedBy } = compile("the weakness of steel");
  expect(otherTerms).toContain("weaken");
  expect(matchedBy[index.dictionary.idOf("weaken") ?? -1]).toBe(0b01 | RELATIVE);
  expect(matchedBy[index.dictionary.idOf("steel") ?? -1]).toBe(0b10);
});

test("query terms next to each other are pairs, whatever stop words are between", () => {
  expect(compile("people over the river by ferry").pairs).toEqual([
    { first: 0, second: 1 },
    { first: 1, second: 2 },
  ]);
});

test("more words than a set has bits are left out", () => {
  const words = Array.from({ length: 40 }, (_, number) => `word${number}`);
  expect(compile(words.join(" ")).queryTerms).toHaveLength(30);
});
