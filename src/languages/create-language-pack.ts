import { once } from "./once.ts";
import { foldWord } from "../text/words.ts";
import { createDateReader } from "./dates/read-dates.ts";
import type { LanguageData, LanguagePack, RequestWords, WordSet } from "./language-pack.ts";
import { rarityFrom } from "./rarity.ts";
import { romanisedWords } from "./romanised.ts";
import { createSpellingScore } from "./spelling-weights.ts";
import { createTerms, type Terms, wordsOfList } from "./terms.ts";
import { vectorsByConcept } from "./vectors-by-concept.ts";
import { NO_WORD_VECTORS } from "./word-vectors.ts";

/**
 * Adds lookups to a language's data; each is built once, when it is first used. `other`: the pack of a language with
 * vectors of words, to be used for words of one concept.
 */
export function createLanguagePack<Code extends string>(
  data: LanguageData<Code>,
  other?: LanguagePack,
): LanguagePack<Code> {
  const datesIn = once(() => createDateReader(data.dateWords, data));
  const terms = once(() => createTerms(data, datesIn()));
  const rarity = once(() => rarityFrom(data.frequencies));
  const wordVectors = once(() => {
    if (data.loadWordVectors) return data.loadWordVectors();
    return other ? vectorsByConcept(terms(), other) : NO_WORD_VECTORS;
  });
  const words = once(() => requestWordsFrom(data, terms()));
  const scoreSpelling = once(() => createSpellingScore(data.spelling));
  const shared = once(() => wordsOfList(data.sharedWords ?? ""));
  const romanised = once(() => romanisedWords(wordsOfList(data.stopWords), data.romanisation));
  return {
    ...data,
    get terms() {
      return terms();
    },
    get rarity() {
      return rarity();
    },
    get wordVectors() {
      return wordVectors();
    },
    get datesIn() {
      return datesIn();
    },
    get words() {
      return words();
    },
    get scoreSpelling() {
      return scoreSpelling();
    },
    get shared() {
      return shared();
    },
    get romanised() {
      return romanised();
    },
  };
}

function requestWordsFrom({ requestWords, isInflected }: LanguageData, terms: Terms): RequestWords {
  const setOf = (list: string) =>
    isInflected ? inAllForms(wordsOfList(list), terms) : wordsOfList(list);
  return {
    stopWord: { has: terms.isStopWord },
    overview: setOf(requestWords.overview),
    mainPoint: setOf(requestWords.mainPoint),
    fact: setOf(requestWords.fact),
    date: setOf(requestWords.date),
    people: setOf(requestWords.people),
    source: setOf(requestWords.source),
    linking: setOf(requestWords.linking),
    text: setOf(requestWords.text),
    filler: setOf(requestWords.filler),
    speech: setOf(requestWords.speech),
    reportingVerb: setOf(requestWords.reportingVerb),
    speechAct: setOf(requestWords.speechAct),
    point: setOf(requestWords.point),
    identity: setOf(requestWords.identity),
    judgement: setOf(requestWords.judgement),
  };
}

/** The set contains every word that shares its stem with a listed one, or begins with a listed `beginning*`. */
function inAllForms(listed: ReadonlySet<string>, { of }: Terms): WordSet {
  const entries = [...listed];
  const stems = new Set(entries.filter((entry) => !entry.endsWith("*")).map(of));
  const beginnings = entries
    .filter((entry) => entry.endsWith("*"))
    .map((entry) => entry.slice(0, -1));
  return {
    has(word) {
      const folded = foldWord(word);
      return stems.has(of(folded)) || beginnings.some((beginning) => folded.startsWith(beginning));
    },
  };
}
