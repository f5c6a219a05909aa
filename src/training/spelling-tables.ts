import { RUSSIAN } from "../languages/ru/russian.ts";
import { partsOfWord, type SpellingTable, wholeWord } from "../languages/spelling-weights.ts";
import { UKRAINIAN } from "../languages/uk/ukrainian.ts";
import { foldWord } from "../text/words.ts";

const { ownLetters: UKRAINIAN_LETTERS } = UKRAINIAN;
const { ownLetters: RUSSIAN_LETTERS } = RUSSIAN;

/** Ranks of words by their folded form, the most common first. */
type Ranks = ReadonlyMap<string, number>;

/** Unlisted words are rarer than the last one listed. */
const UNLISTED_RANK = 20_000;
/** Ratios; the thresholds differ because Ukrainian subtitles contain Russian lines. */
const CLEARLY_UKRAINIAN = 2;
const CLEARLY_RUSSIAN = 0.8;

/** Learns how the two languages are spelt from lists of common words, the most common first. */
export function spellingTables(
  ukrainian: readonly string[],
  russian: readonly string[],
): Readonly<Record<"uk" | "ru", SpellingTable>> {
  const ranks = { uk: ranksOf(ukrainian), ru: ranksOf(russian) };
  const isUkrainian = (word: string) =>
    !RUSSIAN_LETTERS.test(word) &&
    (UKRAINIAN_LETTERS.test(word) || ratio(word, ranks) > CLEARLY_UKRAINIAN);
  const isRussian = (word: string) =>
    !UKRAINIAN_LETTERS.test(word) &&
    (RUSSIAN_LETTERS.test(word) || ratio(word, ranks) < CLEARLY_RUSSIAN);

  const parts = weightsOfParts(
    [...ranks.uk.keys()].filter(isUkrainian),
    [...ranks.ru.keys()].filter(isRussian),
  );
  const weights = [...parts, ...weightsOfWords(ranks)];
  return {
    uk: grouped(weights.filter(([, weight]) => weight > 0)),
    ru: grouped(weights.filter(([, weight]) => weight < 0)),
  };
}

function grouped(weights: readonly (readonly [part: string, weight: number])[]): SpellingTable {
  const byWeight = new Map<string, string[]>();
  for (const [part, weight] of weights) {
    const rounded = Math.abs(weight).toFixed(1);
    byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), part]);
  }
  return Object.fromEntries([...byWeight].map(([weight, parts]) => [weight, parts.join(" ")]));
}

function ranksOf(words: readonly string[]): Ranks {
  const ranks = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    const folded = foldWord(word);
    if (ONLY_CYRILLIC.test(folded) && !ranks.has(folded)) ranks.set(folded, at + 1);
  }
  return ranks;
}

const ONLY_CYRILLIC = /^[\p{Script=Cyrillic}']+$/u;

type BothRanks = { readonly uk: Ranks; readonly ru: Ranks };

/** How many times as common a word is in Ukrainian as in Russian. */
function ratio(word: string, { uk, ru }: BothRanks): number {
  return (ru.get(word) ?? UNLISTED_RANK) / (uk.get(word) ?? UNLISTED_RANK);
}

/** Rarer parts may be due to chance; parts about as common in both languages tell nothing. */
const MIN_WORDS = 8;
const MIN_LOG_RATIO = 1;
/** Parts of a word overlap, so each tells less than it would alone. */
const PART_WEIGHT = 0.3;

function weightsOfParts(
  ukrainian: readonly string[],
  russian: readonly string[],
): [string, number][] {
  const counts = { uk: countParts(ukrainian), ru: countParts(russian) };
  const totals = { uk: sumOf(counts.uk), ru: sumOf(counts.ru) };
  const parts = new Set([...counts.uk.keys(), ...counts.ru.keys()]);
  return [...parts].flatMap((part): [string, number][] => {
    const [uk, ru] = [counts.uk.get(part) ?? 0, counts.ru.get(part) ?? 0];
    const logRatio = Math.log((uk + 0.5) / totals.uk) - Math.log((ru + 0.5) / totals.ru);
    if (uk + ru < MIN_WORDS || Math.abs(logRatio) < MIN_LOG_RATIO) return [];
    return [[part, PART_WEIGHT * logRatio]];
  });
}

function countParts(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of words.flatMap(partsOfWord)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** From 2.5 times as common in Ukrainian, or 1.5 times in Russian; no single word outweighs a letter. */
const MIN_UKRAINIAN = 1.3;
const MIN_RUSSIAN = 0.55;
const MAX_WORD_WEIGHT = 3;

function weightsOfWords(ranks: BothRanks): [string, number][] {
  const words = new Set([...ranks.uk.keys(), ...ranks.ru.keys()]);
  return [...words].flatMap((word): [string, number][] => {
    if (UKRAINIAN_LETTERS.test(word) || RUSSIAN_LETTERS.test(word)) return [];
    const logRatio = Math.log2(ratio(word, ranks));
    if (logRatio > -MIN_RUSSIAN && logRatio < MIN_UKRAINIAN) return [];
    return [[wholeWord(word), Math.max(-MAX_WORD_WEIGHT, Math.min(MAX_WORD_WEIGHT, logRatio))]];
  });
}
