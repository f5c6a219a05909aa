import { cachedByWord } from "../../text/cached-by-word.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { isOneTypo } from "../../text/one-typo.ts";
import {
  openStrings,
  packStrings,
  type PackedStrings,
  type StringTable,
} from "../../text/string-table.ts";
import { foldWord } from "../../text/words.ts";
import { recordWordTree, similarWords, type SimilarWord, type WordTree } from "./similar-words.ts";
import type { Steps } from "../../languages/steps.ts";
import type { WordCounts } from "./word-counts.ts";

/** Corrects typos to words that the articles use. */
export type Spelling = {
  /** The word of the articles that this may be a typo of. */
  readonly nearestTo: (word: string) => string | undefined;
};

export type SpellingRecord = {
  readonly words: WordTree;
  /** Of inflected languages, where the articles use few of a word's forms. */
  readonly stems: {
    readonly stems: PackedStrings;
    readonly tree: WordTree;
    /** By number of the stem: number of a word that has it. */
    readonly words: Int32Array;
  };
};

type SpellingPack = {
  readonly isInflected: LanguagePack["isInflected"];
  readonly terms: Pick<LanguagePack["terms"], "of">;
};

export function* recordSpelling(
  { isInflected, terms }: SpellingPack,
  words: StringTable,
): Steps<SpellingRecord> {
  const wordsByStem = new Map<string, number>();
  if (isInflected) {
    let number = 0;
    for (const word of words.keys()) {
      wordsByStem.set(terms.of(word), number);
      number += 1;
      yield;
    }
  }
  const stems = packStrings([...wordsByStem.keys()]);
  return {
    words: yield* recordWordTree(words),
    stems: {
      stems,
      tree: yield* recordWordTree(openStrings(stems)),
      words: Int32Array.from(wordsByStem.values()),
    },
  };
}

/** A shorter word with one typo is too often another word. */
export const MIN_CORRECTED_LENGTH = 5;
/** From this length a word with two typos is still recognisable. */
export const MIN_LENGTH_FOR_TWO_TYPOS = 8;
/** A stem is shorter than its word, so a typo more easily turns it into another. */
export const MIN_CORRECTED_STEM_LENGTH = 7;

/** Corrects by stem as well where the language is inflected. The most common candidate wins. */
export function openSpelling(
  { isInflected, terms }: SpellingPack,
  record: SpellingRecord,
  { words, counts }: WordCounts,
): Spelling {
  const stems = openStrings(record.stems.stems);

  function nearestByForm(word: string): string | undefined {
    const known = { words, tree: record.words };
    const number = nearestTo(foldWord(word), known, (one) => counts[one] ?? 0);
    return number === undefined ? undefined : words.at(number);
  }

  function nearestByStem(word: string): string | undefined {
    const typed = terms.of(word);
    if (typed.length < MIN_CORRECTED_STEM_LENGTH) return undefined;
    const stem = nearestTo(foldWord(typed), { words: stems, tree: record.stems.tree }, () => 1);
    return stem === undefined ? undefined : words.at(record.stems.words[stem] ?? 0);
  }

  return {
    nearestTo: cachedByWord(
      (word) => nearestByForm(word) ?? (isInflected ? nearestByStem(word) : undefined),
    ),
  };
}

type KnownWords = { readonly words: StringTable; readonly tree: WordTree };

function nearestTo(
  typed: string,
  known: KnownWords,
  countOf: (number: number) => number,
): number | undefined {
  if (typed.length < MIN_CORRECTED_LENGTH) return undefined;

  // Two swapped letters are two edits, but one typo to a reader.
  const near = similarWords(typed, 2, known)
    .map((word) => ({ ...word, weight: weightOf(word, known.words) }))
    .toSorted((one, other) => other.weight - one.weight);
  const oneTypo = near.filter(({ number }) => isOneTypo(typed, known.words.at(number)));
  if (oneTypo.length > 0) return commonest(oneTypo);
  return typed.length >= MIN_LENGTH_FOR_TWO_TYPOS ? commonest(near) : undefined;

  function commonest(words: readonly SimilarWord[]): number | undefined {
    return words.toSorted((one, other) => countOf(other.number) - countOf(one.number))[0]?.number;
  }
}

/** As MiniSearch weighs its fuzzy matches: nearer and longer words first. */
function weightOf({ number, distance }: SimilarWord, { at }: StringTable): number {
  const { length } = at(number);
  return length / (length + distance);
}
