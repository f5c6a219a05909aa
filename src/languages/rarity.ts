/** Terms by how often they occur in a language: a power of two → its terms, with spaces between. */
export type FrequencyTable = Readonly<Record<string, string>>;

/** How rare words are in a language at large, whatever the articles have. */
export type Rarity = {
  /** Bits of surprise at the term: 4 for the most common, 24 for one never seen. */
  readonly of: (term: string) => number;
  /** Whether it is a word of the language, and so no typo. */
  readonly isWord: (term: string) => boolean;
};

/** The surprise at a word never seen. */
export const MOST_BITS = 24;

/** SUBTLEXus has 50 million words: the surprise at a word seen once is its logarithm. */
const BITS_OF_CORPUS = 25.6;
/** What a term that is not in the table counts as: once in the corpus or less. */
const UNSEEN_LEVEL = 2;
/** Seen this often (a power of two), a spelling is a word rather than a slip of the subtitles. */
const LEVEL_OF_A_WORD = 5;

/** Without a table all words are equally rare. */
const EQUAL: Rarity = { of: () => BITS_OF_CORPUS / 2, isWord: () => false };

export function rarityFrom(table: FrequencyTable | undefined): Rarity {
  if (!table) return EQUAL;

  const levels = new Map<string, number>();
  for (const [level, terms] of Object.entries(table)) {
    for (const term of terms.split(" ")) levels.set(term, Number(level));
  }
  return {
    of: (term) => BITS_OF_CORPUS - (levels.get(term) ?? UNSEEN_LEVEL),
    isWord: (term) => (levels.get(term) ?? 0) >= LEVEL_OF_A_WORD,
  };
}
