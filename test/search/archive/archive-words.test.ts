import { expect, test } from "vitest";
import { noFacts, nothingMissing } from "../../../src/search/archive/archive-facts.ts";
import { spellingOf } from "../../../src/search/archive/archive-words.ts";

const NONE = { passages: 0, originals: 0, documents: 0, meanLength: 0, meanTerms: 0 };
const STATISTICS = { ...NONE, isOnlyTranslated: false, sample: [] };

const nothing = () => new Float64Array();

/** What is looked up for words of which it is known that no text has them. */
function typosLookedUp(...words: readonly string[]): string[] {
  const facts = noFacts({ language: "en", statistics: STATISTICS, inCommon: nothing });
  for (const word of words) facts.terms.set(word, 0);
  const missing = nothingMissing("en");
  const { nearestTo } = spellingOf(facts, missing);
  for (const word of words) expect(nearestTo(word)).toBeUndefined();
  return [...missing.typos];
}

test("what a word with typos may stand for is looked up", () => {
  expect(typosLookedUp("baxin")).toEqual(["baxin"]);
});

test("a word that is too short to be corrected costs no look-up", () => {
  expect(typosLookedUp("basn")).toEqual([]);
});
