import { expect, test } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { runSteps } from "../../../src/languages/steps.ts";
import { indexPassages, type PassageIndex } from "../../../src/search/index/passage-index.ts";
import { isIndexOf, openSavedIndex } from "../../../src/search/index/saved-index.ts";
import { savedIndex } from "../../support/saved-index.ts";
import { searchText } from "../../support/search-text.ts";
import { bridgeArticle, samplePassage } from "../sample.ts";

const passages = Array.from({ length: 120 }, (_nothing, number) =>
  samplePassage(
    `p${number}`,
    `Pillar ${number} stands in the river. It was painted in ${1900 + number}.`,
  ),
);
passages.push(samplePassage("driver", "Yesterday a driver saw Tom Kowalski at the pillar."));
/** More than there may be candidates; and a second language. */
const articles = [
  bridgeArticle({ sections: [{ id: "pillars", heading: "Wi Fi on the pillars", passages }] }),
  bridgeArticle({ slug: "mist", language: "uk" }),
];
const index = indexPassages(articles);
const digested = (all: readonly Article[]) =>
  all.map((article) => ({ article, digest: JSON.stringify(article) }));
const KEY = "two articles";
const saved = savedIndex(digested(articles), KEY).index;
let bytesRead = 0;
const inFile = {
  length: saved.length,
  read(start: number, length: number, into: Uint8Array = new Uint8Array(length)) {
    bytesRead += length;
    into.set(saved.subarray(start, start + length));
    return into.subarray(0, length);
  },
};

test.each([
  "When was pillar 77 painted?",
  "the bridge",
  "piller 5",
  "bitcoin?",
  // In the heading alone.
  "Is there wifi?",
  "What does Марлоу say about rust?",
  "Які пілари пофарбували?",
])("an opened index finds the same as before it was saved: %s", (question) => {
  expect(isIndexOf(saved, KEY)).toBe(true);
  const loaded = runSteps(openSavedIndex(saved, KEY, articles));
  expect(searchText(loaded, question)).toEqual(searchText(index, question));
  expect(isIndexOf(inFile, KEY)).toBe(true);
  const read = runSteps(openSavedIndex(inFile, KEY, articles));
  expect(searchText(read, question)).toEqual(searchText(index, question));
});

test("articles are not read before a question finds one of their passages", () => {
  const ferry = bridgeArticle({
    slug: "ferry",
    sections: [{ id: "ferry", passages: [samplePassage("ferry", "The ferry leaves at nine.")] }],
  });
  const all = [...articles, ferry];
  const whenRead = new Set<string>();
  const unread = all.map((article) => ({
    ...article,
    get sections() {
      whenRead.add(article.slug);
      return article.sections;
    },
  }));
  const loaded = runSteps(openSavedIndex(savedIndex(digested(all), "all").index, "all", unread));
  runSteps(loaded.prepare());
  const [inEnglish] = loaded.languageIndexesFor(undefined);
  const indexed = [
    ...indexPassages([...articles.slice(0, 1), ferry]).languageIndexesFor(undefined),
  ];
  const numbers = Array.from({ length: inEnglish?.passages.length ?? 0 }, (_nothing, at) => at);
  const speakers = numbers.map((number) => inEnglish?.passages.speakersOf(number));
  expect(speakers).toEqual(indexed[0]?.passages.map((one) => one.speakers));
  expect(inEnglish?.names).toEqual(indexed[0]?.names);
  expect(inEnglish?.roles).toEqual(indexed[0]?.roles);
  expect(inEnglish?.roles.size).toBeGreaterThan(0);
  expect(inEnglish?.hasSeveralSpeakers).toBe(indexed[0]?.hasSeveralSpeakers);
  expect(whenRead).toEqual(new Set());
  expect(searchText(loaded, "When does the ferry leave?").hits[0]?.passage.id).toBe("ferry");
  expect(whenRead).toContain("ferry");
});

function stepsToLookUp({ languageIndexesFor }: PassageIndex): readonly unknown[] {
  return languageIndexesFor(undefined).flatMap(({ phoneticNames }) => [...phoneticNames.prepare()]);
}

test("what questions look words up in now and then is saved", () => {
  expect(stepsToLookUp(indexPassages(articles))).not.toEqual([]);
  const loaded = runSteps(openSavedIndex(inFile, KEY, articles));
  expect(stepsToLookUp(loaded)).toEqual([]);
  const asIndexed = index.languageIndexesFor(undefined);
  const [inEnglish] = asIndexed;
  expect(inEnglish?.phoneticNames.nameInText("ковальский", true)).toBe("kowalski");
  for (const [at, { words, phoneticNames }] of loaded.languageIndexesFor(undefined).entries()) {
    expect([...words.prepare()]).toEqual([]);
    for (const word of ["ковальский", "піллар", "rust", "pillar", "mist", "міст", "zzz"]) {
      expect(words.hasSoundOf(word)).toBe(asIndexed[at]?.words.hasSoundOf(word));
      expect(words.hasNearOf(word)).toBe(asIndexed[at]?.words.hasNearOf(word));
      for (const isLikely of [true, false]) {
        const found = phoneticNames.nameInText(word, isLikely);
        expect(found).toBe(asIndexed[at]?.phoneticNames.nameInText(word, isLikely));
      }
    }
  }
});

test("of an index in a file, the words of passages are read when they are asked for", () => {
  const before = bytesRead;
  const read = runSteps(openSavedIndex(inFile, KEY, articles));
  expect(bytesRead - before).toBeLessThan(saved.length);
  const afterOpening = bytesRead;
  expect(searchText(read, "When was pillar 77 painted?").hits[0]?.passage.id).toBe("p77");
  expect(bytesRead).toBeGreaterThan(afterOpening);
});

test.each([0, 10, 30, 60, 1000])("a file with byte %i damaged is none", (at) => {
  const damaged = Uint8Array.from(saved);
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  expect(isIndexOf(damaged, KEY)).toBe(false);
});

test.each([0, 5, 40, 5000])("a file cut off after %i bytes is none", (length) => {
  expect(isIndexOf(saved.subarray(0, length), KEY)).toBe(false);
});

test("an index of other articles is none", () => {
  expect(isIndexOf(saved, "one article")).toBe(false);
});
