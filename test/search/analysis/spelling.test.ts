import { expect, test } from "vitest";
import { runSteps } from "../../../src/languages/steps.ts";
import { openSpelling, recordSpelling } from "../../../src/search/analysis/spelling.ts";
import { openWordCounts, recordWordCounts } from "../../../src/search/analysis/word-counts.ts";
import { isOneTypo } from "../../../src/text/one-typo.ts";
import { packFor } from "../../../src/languages/packs.ts";

const words = ["bridge", "bride", "cables", "salt", "engineers", "closed"];
const spelling = spellingOf(words, { isInflected: false, terms: packFor("en").terms });

/** As if the articles had one of the words nine times, and the others once. */
function spellingOf(
  known: readonly string[],
  pack: Parameters<typeof recordSpelling>[0],
  most = "bridge",
) {
  const record = recordWordCounts({
    numbers: new Map(known.map((word, number) => [word, number])),
    counts: known.map((word) => (word === most ? 9 : 1)),
  });
  const counts = openWordCounts(record);
  return openSpelling(pack, runSteps(recordSpelling(pack, counts.words)), counts);
}

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
  const byStem = spellingOf(["мобілізацією", "закінчити"], packFor("uk"));
  expect(byStem.nearestTo("мобелізація")).toBe("мобілізацією");
  expect(byStem.nearestTo("міліціонера")).toBeUndefined();
  expect(byStem.nearestTo("законно")).toBeUndefined();
});
