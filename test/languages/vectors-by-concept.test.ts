import { expect, test } from "vitest";
import { packFor } from "../../src/languages/packs.ts";
import { NO_ROW } from "../../src/languages/word-vectors.ts";

const ENGLISH = packFor("en");

function rowOf(language: "en" | "uk" | "ru", word: string): number {
  const { terms, wordVectors } = packFor(language);
  return wordVectors.rowOf(terms.of(word));
}

test.each([
  ["uk", "лікарня", "hospital"],
  ["uk", "лікарні", "hospital"],
  ["uk", "школа", "school"],
  ["ru", "больница", "hospital"],
  ["ru", "больницы", "hospital"],
  ["ru", "мост", "bridge"],
] as const)("in %s, %s has the vector of “%s”", (language, word, english) => {
  expect(rowOf(language, word)).toBe(rowOf("en", english));
  expect(rowOf(language, word)).not.toBe(NO_ROW);
});

test.each([
  ["uk", "щщщ"],
  ["ru", "щщщ"],
] as const)("in %s, a word without a concept has none: %s", (language, word) => {
  expect(rowOf(language, word)).toBe(NO_ROW);
});

test.each([
  ["uk", "лікар", "лікарня", "міст"],
  ["ru", "врач", "больница", "мост"],
] as const)("in %s, %s is nearer to %s than to %s", (language, word, near, far) => {
  const { similarity } = packFor(language).wordVectors;
  const to = (other: string) => similarity(rowOf(language, word), rowOf(language, other));
  expect(to(near)).toBeGreaterThan(to(far) + 0.2);
});

test("a word of several concepts has the vector of the most common of their words", () => {
  const { terms, wordVectors } = packFor("uk");
  const several = ["замок", "коса", "ключ", "лист", "вид", "край"].filter(
    (word) => terms.concepts.conceptsOf(terms.of(word)).length > 1,
  );
  expect(several).not.toEqual([]);
  for (const word of several) {
    const term = terms.of(word);
    const rows = terms.concepts.conceptsOf(term).flatMap((concept) => {
      const [plainest] = ENGLISH.terms.concepts.wordsOf(concept);
      const row = ENGLISH.wordVectors.rowOf(ENGLISH.terms.of(plainest ?? ""));
      return row === NO_ROW ? [] : [row];
    });
    expect([word, wordVectors.rowOf(term)]).toEqual([word, Math.min(...rows)]);
  }
});
