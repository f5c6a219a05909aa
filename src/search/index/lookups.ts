import type { Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { type NamesRecord, recordNames } from "../analysis/names-by-sound.ts";
import { recordNearRows } from "../analysis/near-finder.ts";
import { recordSounds } from "../analysis/sound-finder.ts";
import { type ByWord, type KnownWords, UNUSED_TERM } from "./known-words.ts";
import type { Steps } from "../../languages/steps.ts";
import { openWordCounts } from "../analysis/word-counts.ts";
import { namesInText } from "./names-in-text.ts";
import type { LanguageIndexRecord } from "./record-articles.ts";
import { type PeopleRecord, recordPeople } from "./people-record.ts";
import { openTermDictionary } from "./term-dictionary.ts";
import type { WordsInUseRecord } from "./words-in-use.ts";

/**
 * What questions look words up in now and then. It follows from the rest of the index, but of 100,000 passages it takes
 * seconds to find out: it is saved with the index of a collection. Without it, an index does so when it is needed.
 */
export type LookupsRecord = {
  readonly words: WordsInUseRecord;
  readonly names: NamesRecord;
  readonly people: PeopleRecord;
};

export function* recordLookups(
  { pool, terms, words }: LanguageIndexRecord,
  pack: LanguagePack,
  {
    people,
    knownWords,
  }: { readonly people: readonly Person[]; readonly knownWords: KnownWords | undefined },
): Steps<{ readonly lookups: LookupsRecord; readonly byWord: ByWord }> {
  const dictionary = openTermDictionary(terms);
  const wordCounts = openWordCounts(words);
  const sounds = yield* recordSounds(wordCounts.words.keys(), knownWords?.soundsOf);
  const nearRows = yield* recordNearRows(dictionary.keys(), pack);
  const termOfWord = yield* termsOf(wordCounts.words.keys(), (word) =>
    dictionary.idOf(knownWords?.termOf(word) ?? pack.terms.of(word)),
  );
  const inText = namesInText({ pool, dictionary, wordCounts }, (_word, number) => {
    const term = termOfWord[number] ?? UNUSED_TERM;
    return term === UNUSED_TERM ? undefined : dictionary.termOf(term);
  });
  return {
    lookups: {
      words: { sounds: sounds.record, nearRows },
      names: yield* recordNames(people, inText, { wordCounts, dictionary }),
      people: yield* recordPeople(people, pack),
    },
    byWord: { sounds: sounds.byWord, terms: termOfWord },
  };
}

function* termsOf(
  words: Iterable<string>,
  termOfOne: (word: string) => number | undefined,
): Steps<Int32Array> {
  const terms: number[] = [];
  for (const word of words) {
    terms.push(termOfOne(word) ?? UNUSED_TERM);
    yield;
  }
  return Int32Array.from(terms);
}
