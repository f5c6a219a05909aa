/** The terms of a language by level, the base-2 logarithm of their count; separated by spaces. */
export type FrequencyTable = Readonly<Record<string, string>>;

/** How rare words are in the language as a whole, whichever articles are loaded. */
export type Rarity = {
  /** Surprisal in bits: about 4 for the most common term, 24 for one never seen. */
  readonly of: (term: string) => number;
  /** Whether it is a word of the language rather than a typo. */
  readonly isWord: (term: string) => boolean;
};

/** At least the surprisal of a word never seen; scales rarity to 0–1. */
export const MAX_BITS = 24;

/** Surprisal of a word seen once: SUBTLEXus has 50 million words. */
const CORPUS_BITS = 25.6;
/** For terms that are not in the table, where the lowest level is 3. */
const UNSEEN_LEVEL = 2;
/** Below this level a spelling may be a typo in the subtitles. */
const MIN_WORD_LEVEL = 5;

/** Without a table all words are equally rare. */
const EQUALLY_RARE: Rarity = { of: () => CORPUS_BITS / 2, isWord: () => false };

export function rarityFrom(table: FrequencyTable | undefined): Rarity {
  if (!table) return EQUALLY_RARE;

  const levels = new Map<string, number>();
  for (const [level, terms] of Object.entries(table)) {
    for (const term of terms.split(" ")) levels.set(term, Number(level));
  }
  return {
    of: (term) => CORPUS_BITS - (levels.get(term) ?? UNSEEN_LEVEL),
    isWord: (term) => (levels.get(term) ?? 0) >= MIN_WORD_LEVEL,
  };
}
