import { expect, test } from "vitest";
import { localIdf } from "../../../src/search/index/language-index.ts";
import { tinyIndex } from "../match-question.ts";
import { marlow } from "../sample.ts";

const index = tinyIndex([
  "A ferry, a ferry.",
  "The ferry and the bridge.",
  { text: "Rust.", speaker: marlow, keywords: ["salt"] },
  "Cars wait here.",
]);

function frequency(word: string): number | undefined {
  const id = index.dictionary.idOf(index.terms.of(word));
  return id === undefined ? undefined : index.documentFrequency[id];
}

test.each([
  ["ferry", 2],
  ["bridge", 1],
  ["salt", 1],
  ["marlow", 1],
  ["council", 0],
  ["tunnel", undefined],
])("the document frequency of %s is %s", (word, expected) => {
  expect(frequency(word)).toBe(expected);
});

function idf(word: string): number {
  return localIdf(index.terms.of(word), index);
}

test("idf is 1 for a missing term and falls with the document frequency", () => {
  expect(idf("tunnel")).toBe(1);
  expect(idf("bridge")).toBeCloseTo(Math.log(1 + 3.5 / 1.5) / Math.log(1 + 4.5 / 0.5));
  expect(idf("ferry")).toBeCloseTo(Math.log(1 + 2.5 / 2.5) / Math.log(1 + 4.5 / 0.5));
});

test("the mean length counts the words of the texts, not keywords", () => {
  expect(index.meanLength).toBe((4 + 5 + 1 + 3) / 4);
});

test("what a passage records: sentences, speakers and mentions by any name", () => {
  const [passage] = tinyIndex([
    { text: "Cars wait. The expert waits.", lead: "Marlow waits", speaker: marlow },
  ]).passages;
  expect(passage?.sentences).toBe(2);
  expect(passage?.length).toBe(5);
  expect(passage?.speakers).toEqual(["marlow"]);
  expect(passage?.personMentions).toEqual([
    { person: "marlow", sentence: 1 },
    { person: "marlow", sentence: 2 },
  ]);
});

test("the lead of a passage of hundreds of sentences has a sentence of its own", () => {
  const text = "Cars wait. ".repeat(300).trim();
  const [passage] = tinyIndex([{ text, lead: "In May", keywords: ["salt"] }]).passages;
  const [lead, salt] = [passage?.sentenceOf.at(-2), passage?.sentenceOf.at(-1)];
  expect(lead).toBe(passage?.sentences);
  expect(salt).toBe((lead ?? 0) + 1);
  expect(Math.max(...(passage?.sentenceOf ?? []).slice(0, -3))).toBeLessThan(lead ?? 0);
});
