import type { LanguagePack } from "../../languages/language-pack.ts";
import { once } from "../../languages/once.ts";
import { openNearFinder, recordNearRows } from "../analysis/near-finder.ts";
import { openSoundFinder, recordSounds, type SoundsRecord } from "../analysis/sound-finder.ts";
import { known, lazy, type Steps } from "../../languages/steps.ts";
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
  /** Reading all words takes time, unless that is recorded: done ahead, or when a word is first asked about. */
  readonly prepare: () => Steps<void>;
};

export type WordsInUseRecord = {
  readonly sounds: SoundsRecord;
  /** Rows of the vectors of their terms. */
  readonly nearRows: Int32Array;
};

export function wordsInUse(
  { words }: WordCounts,
  dictionary: TermDictionary,
  pack: LanguagePack,
  record?: WordsInUseRecord,
): WordsInUse {
  const sounds = record ? known(record.sounds) : lazy(() => soundsOf(words.keys()));
  const nearRows = record
    ? known(record.nearRows)
    : lazy(() => recordNearRows(dictionary.keys(), pack));
  const hasSoundOf = once(() => openSoundFinder(sounds.get()));
  const hasNearOf = once(() => openNearFinder(nearRows.get(), pack));
  return {
    has: (folded) => words.numberOf(folded) !== undefined,
    hasSoundOf: (word) => hasSoundOf()(word),
    hasNearOf: (word) => hasNearOf()(word),
    *prepare() {
      yield* sounds.prepare();
      yield* nearRows.prepare();
    },
  };
}

function* soundsOf(words: Iterable<string>): Steps<SoundsRecord> {
  return (yield* recordSounds(words)).record;
}
