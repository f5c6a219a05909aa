import { packFor } from "../languages/packs.ts";
import type { FrequencyTable } from "../languages/rarity.ts";

/** How often a word was counted in a body of text. */
export type CountedWord = { readonly word: string; readonly count: number };

/** Rarer words of the list are mostly misspellings and names of film characters. */
const RAREST_COUNT = 8;

/** Terms instead of words and powers of two instead of counts make a table a twentieth of the size. */
export function frequencyTable(words: readonly CountedWord[], language: string): FrequencyTable {
  const levels = new Map<number, string[]>();
  for (const [term, count] of countTerms(words, language)) {
    if (count < RAREST_COUNT) continue;
    const level = Math.round(Math.log2(count));
    const terms = levels.get(level) ?? [];
    terms.push(term);
    levels.set(level, terms);
  }
  return Object.fromEntries(
    [...levels].map(([level, terms]) => [String(level), terms.toSorted().join(" ")]),
  );
}

/** The size of the corpus behind the English table, so that the tables are comparable. */
const WORDS_IN_CORPUS = 50_000_000;
/** By Zipf's law, about one word in 12r is the word of rank r. */
const SHARE_OF_FIRST = 1 / 12;

/** Estimates counts from ranks; the most common word comes first. */
export function countsByRank(words: readonly string[]): CountedWord[] {
  return words.map((word, at) => ({
    word,
    count: Math.round((WORDS_IN_CORPUS * SHARE_OF_FIRST) / (at + 1)),
  }));
}

function countTerms(words: readonly CountedWord[], language: string): Map<string, number> {
  const { terms } = packFor(language);
  const counts = new Map<string, number>();
  for (const { word, count } of words) {
    const term = terms.of(word);
    counts.set(term, (counts.get(term) ?? 0) + count);
  }
  return counts;
}
