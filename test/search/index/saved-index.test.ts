import { expect, test } from "vitest";
import { indexPassages } from "../../../src/search/index/passage-index.ts";
import { loadIndex, saveIndex } from "../../../src/search/index/saved-index.ts";
import { searchText } from "../../support/search-text.ts";
import { bridgeArticle, samplePassage } from "../sample.ts";

const passages = Array.from({ length: 120 }, (_nothing, number) =>
  samplePassage(
    `p${number}`,
    `Pillar ${number} stands in the river. It was painted in ${1900 + number}.`,
  ),
);
/** More than there may be candidates; and a second language. */
const articles = [
  bridgeArticle({ sections: [{ id: "pillars", heading: "Pillars", passages }] }),
  bridgeArticle({ slug: "mist", language: "uk" }),
];
const index = indexPassages(articles);
const saved = saveIndex(index, articles);

test.each(["When was pillar 77 painted?", "the bridge", "piller 5", "bitcoin?"])(
  "a loaded index finds the same as before it was saved: %s",
  (question) => {
    const loaded = loadIndex(saved, articles);
    if (!loaded) throw new Error("the index was saved a moment ago");
    expect(searchText(loaded, question)).toEqual(searchText(index, question));
  },
);

test.each([0, 10, 30, 60, 1000])("a file with byte %i damaged is not loaded", (at) => {
  const damaged = Uint8Array.from(saved);
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  expect(loadIndex(damaged, articles)).toBeUndefined();
});

test.each([0, 5, 40, 5000])("a file cut off after %i bytes is not loaded", (length) => {
  expect(loadIndex(saved.subarray(0, length), articles)).toBeUndefined();
});

test("an index of other articles is not loaded", () => {
  expect(loadIndex(saved, [bridgeArticle()])).toBeUndefined();
});
