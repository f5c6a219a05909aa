import { expect, test } from "vitest";
import type { LanguageIndex } from "../../../src/search/index/language-index.ts";
import { compileQuery } from "../../../src/search/query/compile-query.ts";
import { parseQuery } from "../../../src/search/query/parse-query.ts";
import { candidatesFor } from "../../../src/search/ranking/candidates.ts";
import { tinyIndex } from "../match-question.ts";

function candidates(question: string, index: LanguageIndex): number[] {
  return candidatesFor(compileQuery(parseQuery(question, index), index), index);
}

function numbered(count: number, textOf: (number: number) => string): string[] {
  return Array.from({ length: count }, (_, number) => textOf(number));
}

test("up to 100 passages are all candidates", () => {
  const index = tinyIndex(numbered(100, () => "Rust."));
  expect(candidates("ferry?", index)).toEqual([...index.passages.keys()]);
});

test("of more passages, those with a query term are candidates", () => {
  const index = tinyIndex(numbered(101, (number) => (number === 70 ? "A ferry." : "Rust.")));
  expect(candidates("ferry?", index)).toEqual([70]);
});

test("no more than 30 of them", () => {
  const index = tinyIndex(numbered(101, () => "A ferry."));
  expect(candidates("ferry?", index)).toHaveLength(30);
});

test("another form of a word is looked for too", () => {
  const index = tinyIndex(numbered(101, (number) => (number === 7 ? "Weakened." : "Rust.")));
  expect(candidates("weakness?", index)).toEqual([7]);
});

test("a heading is looked for too", () => {
  expect(
    candidates(
      "ferry?",
      tinyIndex(
        numbered(101, () => "Rust."),
        "Ferry",
      ),
    ),
  ).toHaveLength(30);
});

test("a common term is left out where rarer ones fill the limit", () => {
  const index = tinyIndex(numbered(2100, (number) => (number === 2050 ? "A ferry." : "Rust.")));
  expect(candidates("rust ferry?", index)).toEqual([2050]);
});

test("a term is looked for however common, if it is the rarest", () => {
  const index = tinyIndex(numbered(2100, () => "Rust."));
  expect(candidates("rust?", index)).toHaveLength(30);
});
