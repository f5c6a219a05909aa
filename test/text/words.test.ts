import { expect, test } from "vitest";
import { sentencesIn } from "../../src/text/sentences.ts";
import { packFor } from "../../src/languages/packs.ts";
import { foldWord, wordsIn } from "../../src/text/words.ts";

test.each([
  ["20–22 March", ["20", "22", "March"]],
  ["the U.S. Army's plan", ["the", "U.S.", "Army's", "plan"]],
  ["1,299 people, 2.5 %", ["1,299", "people", "2.5"]],
  ["“peace plan” (so-called)", ["peace", "plan", "so", "called"]],
  ["❤️ to 🏳️‍🌈", ["to"]],
  ["в'язень і мир", ["в'язень", "і", "мир"]],
])("%s has the words %j", (text, words) => {
  expect(wordsIn(text).map((word) => word.text)).toEqual(words);
});

test.each([
  ["Café", "cafe"],
  ["U.S.", "us"],
  ["Army’s", "army"],
  ["1,299", "1299"],
  ["Ещё", "еще"],
  ["Київ", "київ"],
])("%s is folded to %s", (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});

test.each([
  ["en", "fought", "fights"],
  ["en", "negotiations", "negotiation"],
  ["ru", "переговорами", "переговоры"],
  ["en-GB", "Leaders", "leader"],
])("in %s, %s and %s are one term", (language, one, other) => {
  const terms = packFor(language).terms;
  expect(terms.of(one)).toBe(terms.of(other));
});

test("US is a term, us a stop word", () => {
  const { isStopWord } = packFor("en").terms;
  expect([isStopWord("US"), isStopWord("us")]).toEqual([false, true]);
});

test.each([
  ["One. Two!  Three?", ["One.", "Two!", "Three?"]],
  ["Mr. Brown met J. Smith. He left.", ["Mr. Brown met J. Smith.", "He left."]],
  ["“It costs 2.5 million.” He knew.", ["“It costs 2.5 million.”", "He knew."]],
  ["no end", ["no end"]],
])("%s is split into sentences", (text, sentences) => {
  expect(sentencesIn(text).map(([start, end]) => text.slice(start, end))).toEqual(sentences);
});
