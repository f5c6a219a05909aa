import { expect, test } from "vitest";
import { indexLanguage, type LanguageIndex } from "../../../src/search/index/language-index.ts";
import { compileQuery } from "../../../src/search/query/compile-query.ts";
import { parseQuery } from "../../../src/search/query/parse-query.ts";
import { candidatesFor } from "../../../src/search/ranking/candidates.ts";
import { tinyIndex } from "../match-question.ts";
import { bridgeArticle, marlow, samplePassage } from "../sample.ts";

function candidates(question: string, index: LanguageIndex): number[] {
  const compiled = compileQuery(parseQuery(question, index), index);
  return candidatesFor(compiled, index).map(({ number }) => number);
}

function numbered(count: number, textOf: (number: number) => string): string[] {
  return Array.from({ length: count }, (_, number) => textOf(number));
}

test.each([3, 101])("of %i passages, those with a query term are candidates", (count) => {
  const index = tinyIndex(numbered(count, (number) => (number === 2 ? "A ferry." : "Rust.")));
  expect(candidates("ferry?", index)).toEqual([2]);
});

test("what the engine does not find is no candidate, however few passages there are", () => {
  const index = tinyIndex(["A ferry.", "Rust."]);
  const none = { numbers: new Int32Array(), scores: new Float64Array() };
  const engine = { ...index.engine, documentsWith: () => none };
  expect(candidates("ferry?", { ...index, engine })).toEqual([]);
});

test("the best candidate has the engine score 1, the others less", () => {
  const index = tinyIndex(["Rust on a ferry.", "Rust.", "Walls.", "Walls."]);
  const compiled = compileQuery(parseQuery("rust ferry?", index), index);
  const [first, second] = candidatesFor(compiled, index);
  expect(first).toEqual({ number: 0, engine: 1 });
  expect(second?.engine).toBeGreaterThan(0);
  expect(second?.engine).toBeLessThan(1);
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

/** More than fit. */
const MANY = 10_100;

test("a common term is left out where rarer ones fill the limit", () => {
  const index = tinyIndex(numbered(MANY, (number) => (number === 2050 ? "A ferry." : "Rust.")));
  expect(candidates("rust ferry?", index)).toEqual([2050]);
});

test("a term is looked for however common, if it is the rarest", () => {
  const index = tinyIndex(numbered(MANY, () => "Rust."));
  expect(candidates("rust?", index)).toHaveLength(30);
});

test("a term of the question is looked for before rarer ones of about the same meaning", () => {
  const common = MANY - 200;
  const index = tinyIndex(
    numbered(MANY, (number) => (number < common ? "Rust." : "Rusty sailors.")),
  );
  expect(candidates("rust?", index).every((number) => number < common)).toBe(true);
});

function sections(...all: readonly (readonly [heading: string, texts: readonly string[]])[]) {
  return indexLanguage([
    bridgeArticle({
      sections: all.map(([heading, texts], number) => ({
        id: `s${number}`,
        heading,
        passages: texts.map((text, at) => samplePassage(`p${number}-${at}`, text)),
      })),
    }),
  ]);
}

test("a heading proposes every passage below it, and no other", () => {
  const index = sections(["Cars", ["Rust."]], ["A ferry", ["Walls.", "Salt."]], ["Rust", ["No."]]);
  expect(candidates("ferry?", index)).toEqual([1, 2]);
});

test("a heading adds to the score of a passage below it", () => {
  const index = sections(["Cars", ["Rust."]], ["A ferry", ["Rust."]]);
  const compiled = compileQuery(parseQuery("rust ferry?", index), index);
  const [above, below] = candidatesFor(compiled, index);
  expect(above?.engine).toBeLessThan(below?.engine ?? 0);
});

test.each([
  ["its lead", { lead: "The ferry" }],
  ["its keywords", { lead: "Salt", keywords: ["ferry"] }],
])("a key fact proposes its passage by %s", (_name, editors) => {
  const index = tinyIndex(["Walls.", { text: "Rust.", isKeyFact: true, ...editors }, "Walls."]);
  expect(candidates("ferry?", index)).toEqual([1]);
});

test("a passage marked as a key fact has a higher score than one that says the same", () => {
  const index = tinyIndex(["A ferry.", { text: "A ferry.", isKeyFact: true }, "Walls."]);
  const compiled = compileQuery(parseQuery("ferry?", index), index);
  const [plain, marked] = candidatesFor(compiled, index);
  expect(plain?.engine).toBeLessThan(marked?.engine ?? 0);
});

test("somebody mentioned by another name is looked for too", () => {
  const index = tinyIndex(["Walls.", "The expert waits.", "Rust."]);
  const compiled = compileQuery(parseQuery("Marlow?", index), index);
  const best = candidatesFor(compiled, index).filter(({ engine }) => engine === 1);
  expect(best).toEqual([{ number: 1, engine: 1 }]);
});

test("only passages of the speakers asked for are candidates", () => {
  const index = tinyIndex(["A ferry.", { text: "A ferry.", speaker: marlow }]);
  const compiled = compileQuery(parseQuery("ferry?", index), index);
  expect(candidatesFor(compiled, index, { speakers: ["marlow"] })).toEqual([
    { number: 1, engine: 1 },
  ]);
});
