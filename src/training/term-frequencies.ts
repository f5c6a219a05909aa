import { packFor } from "../languages/packs.ts";
import type { FrequencyTable } from "../languages/rarity.ts";
import { TOKEN_CLASS } from "../languages/token-classes.ts";

/** How often a word was counted in a body of text. */
export type CountedWord = { readonly word: string; readonly count: number };

/** Rarer words in the list are mostly misspellings and names of film characters. */
const MIN_COUNT = 8;

/** Using terms instead of words and levels instead of counts makes the table 20 times smaller. */
export function frequencyTable(words: readonly CountedWord[], language: string): FrequencyTable {
  const levels = new Map<number, string[]>();
  for (const [term, count] of countTerms(words, language)) {
    if (count < MIN_COUNT) continue;
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
/** Share of the most common word: by Zipf's law, the word of rank r makes up about 1 in 12r words. */
const TOP_WORD_SHARE = 1 / 12;

/** Estimates counts from ranks; the most common word comes first. */
export function countsByRank(words: readonly string[]): CountedWord[] {
  return words.map((word, at) => ({
    word,
    count: Math.round((WORDS_IN_CORPUS * TOP_WORD_SHARE) / (at + 1)),
  }));
}

/** The corpus splits "didn't" at its apostrophe: what it counts as "didnt" are misspellings only. */
const CONTRACTION = /nt$/u;

function countTerms(words: readonly CountedWord[], language: string): Map<string, number> {
  const { terms } = packFor(language);
  const counts = new Map<string, number>();
  for (const { word, count } of words) {
    const { term, classes } = terms.read(word);
    if ((classes & TOKEN_CLASS.negation) !== 0 && CONTRACTION.test(word)) continue;
    counts.set(term, (counts.get(term) ?? 0) + count);
  }
  return counts;
}
