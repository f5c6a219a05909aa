import { openStrings, type PackedStrings, type StringTable } from "../../text/string-table.ts";
import type { SoundsByWord } from "../analysis/sound-finder.ts";

/** What was found out about each word of an index, by the word's number, so that another index need not do so again. */
export type ByWord = {
  readonly sounds: SoundsByWord;
  /** Its term, or UNUSED_TERM if no passage has that. */
  readonly terms: Int32Array;
};

export const UNUSED_TERM = -1;

/** What is known of a word; nothing of one that is new. */
export type KnownWords = {
  readonly soundsOf: (word: string) => readonly string[] | undefined;
  readonly termOf: (word: string) => string | undefined;
};

/** What the numbers stand for. */
type Numbered = {
  readonly words: StringTable;
  readonly terms: StringTable;
  readonly sounds: PackedStrings;
};

export function openKnownWords(
  { words, terms, sounds }: Numbered,
  { sounds: { ends, numbers }, terms: termOfWord }: ByWord,
): KnownWords {
  const soundAt = openStrings(sounds).at;
  return {
    soundsOf(word) {
      const number = words.numberOf(word);
      if (number === undefined) return undefined;
      return Array.from(numbers.subarray(ends[number - 1] ?? 0, ends[number] ?? 0), soundAt);
    },
    termOf(word) {
      const term = termOfWord[words.numberOf(word) ?? -1] ?? UNUSED_TERM;
      return term === UNUSED_TERM ? undefined : terms.at(term);
    },
  };
}
