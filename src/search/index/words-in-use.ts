import type { LanguagePack } from "../../languages/language-pack.ts";
import { createNearFinder } from "../analysis/near-finder.ts";
import { createSoundFinder } from "../analysis/phonetic-names.ts";
import { lazy, type Steps } from "../analysis/steps.ts";
import type { WordCounts } from "../analysis/word-counts.ts";
import type { TermDictionary } from "./term-dictionary.ts";

/** What is said of the words of an index as they are written. */
export type WordsInUse = {
  /** Whether a word is used in this very form. */
  readonly has: (folded: string) => boolean;
  /** Whether a word sounds like one in another script. */
  readonly hasSoundOf: (word: string) => boolean;
  /** Whether a word is near one in meaning. */
  readonly hasNearOf: (word: string) => boolean;
  /** Reading all words takes time: done ahead, or when a word is first asked about. */
  readonly prepare: () => Steps<void>;
};

export function wordsInUse(
  { words }: WordCounts,
  dictionary: TermDictionary,
  pack: LanguagePack,
): WordsInUse {
  const sounds = lazy(() => createSoundFinder(words.keys()));
  const near = lazy(() => createNearFinder(dictionary.keys(), pack));
  return {
    has: (folded) => words.numberOf(folded) !== undefined,
    hasSoundOf: (word) => sounds.get()(word),
    hasNearOf: (word) => near.get()(word),
    *prepare() {
      yield* sounds.prepare();
      yield* near.prepare();
    },
  };
}
