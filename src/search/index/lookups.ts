import type { Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { type NamesRecord, recordNames } from "../analysis/names-by-sound.ts";
import { recordNearRows } from "../analysis/near-finder.ts";
import { recordSounds, type SoundsByWord } from "../analysis/sound-finder.ts";
import type { Steps } from "../analysis/steps.ts";
import { openWordCounts } from "../analysis/word-counts.ts";
import { namesInText } from "./names-in-text.ts";
import type { LanguageIndexRecord } from "./record-articles.ts";
import { openTermDictionary } from "./term-dictionary.ts";
import type { WordsInUseRecord } from "./words-in-use.ts";

/**
 * What questions look words up in now and then. It follows from the rest of the index, but of 100,000 passages it takes
 * five seconds to find out: it is saved with the index of a collection. Without it, an index does so when it is needed.
 */
export type LookupsRecord = {
  readonly words: WordsInUseRecord;
  readonly names: NamesRecord;
};

/** `soundsOf`: of words that an earlier index has. */
export function* recordLookups(
  { pool, terms, words }: LanguageIndexRecord,
  pack: LanguagePack,
  {
    people,
    soundsOf,
  }: {
    readonly people: readonly Person[];
    readonly soundsOf: (word: string) => readonly string[] | undefined;
  },
): Steps<{ readonly lookups: LookupsRecord; readonly soundsByWord: SoundsByWord }> {
  const dictionary = openTermDictionary(terms);
  const wordCounts = openWordCounts(words);
  const sounds = yield* recordSounds(wordCounts.words.keys(), soundsOf);
  const nearRows = yield* recordNearRows(dictionary.keys(), pack);
  const inText = namesInText({ pool, dictionary, wordCounts }, pack.terms);
  const numbered = {
    words: wordCounts.words,
    terms: { numberOf: dictionary.idOf, at: dictionary.termOf },
  };
  return {
    lookups: {
      words: { sounds: sounds.record, nearRows },
      names: yield* recordNames(people, inText, numbered),
    },
    soundsByWord: sounds.byWord,
  };
}
