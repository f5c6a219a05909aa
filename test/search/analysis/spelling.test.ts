import { expect, test } from "vitest";
import { runSteps } from "../../../src/search/analysis/steps.ts";
import { spellingOfWords, spellingWithStems } from "../../../src/search/analysis/spelling.ts";
import { isOneTypo } from "../../../src/text/one-typo.ts";
import { packFor } from "../../../src/languages/packs.ts";

const words = ["bridge", "bride", "cables", "salt", "engineers", "closed"];
const spelling = runSteps(
  spellingOfWords(new Map(words.map((word) => [word, word === "bridge" ? 9 : 1]))),
);

test.each([
  ["Brigde", "bridge"],
  ["brdge", "bridge"],
  ["cabless", "cables"],
  ["closet", "closed"],
  ["enginers", "engineers"],
  ["engneeers", "engineers"],
  ["brxdgx", undefined],
  ["slat", undefined],
  ["bitcoin", undefined],
])("%s is read as %s", (typed, meant) => {
  expect(spelling.nearestTo(typed)).toBe(meant);
});

test.each([
  ["form", "from", true],
  ["abc", "abcd", true],
  ["abcd", "abc", true],
  ["abc", "axc", true],
  ["abc", "cab", false],
])("%s → %s in one typo: %s", (typed, meant, isTypo) => {
  expect(isOneTypo(typed, meant)).toBe(isTypo);
});

test("a typo is corrected by its stem where the articles have another form of the word", () => {
  const { of } = packFor("uk").terms;
  const byStem = runSteps(
    spellingWithStems(new Map(["мобілізацією", "закінчити"].map((word) => [word, 1])), of),
  );
  expect(byStem.nearestTo("мобелізація")).toBe("мобілізацією");
  expect(byStem.nearestTo("міліціонера")).toBeUndefined();
  expect(byStem.nearestTo("законно")).toBeUndefined();
});
