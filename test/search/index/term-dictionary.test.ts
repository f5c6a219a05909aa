import { expect, test } from "vitest";
import {
  areRelatives,
  openTermDictionary,
  recordTerms,
} from "../../../src/search/index/term-dictionary.ts";

const TERMS = [
  "colon",
  "coloni",
  "colonial",
  "colonist",
  "color",
  "cat",
  "cats",
  "1931",
  "1931s",
  "zebra",
];
const dictionary = openTermDictionary(recordTerms(TERMS));

test("a term has its id, an unknown one has none", () => {
  expect(dictionary.idOf("cat")).toBe(5);
  expect(dictionary.idOf("dog")).toBeUndefined();
  expect(dictionary.size).toBe(TERMS.length);
});

test.each([
  ["coloniz", ["colon", "coloni", "colonial", "colonist", "color"]],
  ["coloni", ["colon", "colonial", "colonist", "color"]],
  ["colonials", ["coloni", "colonial", "colonist"]],
  ["cat", []],
  ["1931", []],
  ["zebra", []],
  ["aardvark", []],
  ["zzzz", []],
])("the relatives of %s are %j", (term, relatives) => {
  expect(dictionary.relativesOf(term)).toEqual(relatives);
});

test.each([
  ["colonial", "coloniz", true],
  ["colonial", "colonist", true],
  ["colonials", "colony", false],
  ["colonial", "colony", true],
  ["bridg", "bride", true],
  ["salt", "salty", true],
  ["sal", "salt", false],
  ["form", "from", false],
])("%s and %s are relatives: %s", (term, other, expected) => {
  expect(areRelatives(term, other)).toBe(expected);
  expect(areRelatives(other, term)).toBe(expected);
});
