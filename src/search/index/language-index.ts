import type { Article } from "../../article/article.ts";
import { type Engine, type EngineRecord, openEngine, recordDocuments } from "./engine.ts";
import { engineDocuments, groupPassages, type PassageGroups } from "./engine-documents.ts";
import { passageMeanings, type PassageMeanings } from "./passage-meanings.ts";
import { createMeaningReader } from "./meant/who-is-meant.ts";
import { namesInText } from "./names-in-text.ts";
import { namesInSteps, roleTermsOf, type Names, type Roles } from "./people.ts";
import { lazy, runSteps, type Steps } from "../analysis/steps.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";
import type { Rarity } from "../../languages/rarity.ts";
import { openPassages, type IndexedPassages } from "./indexed-passage.ts";
import { locatePassages } from "./passage-locations.ts";
import { growingPool, toPool, type PassagePool } from "./passage-pool.ts";
import { contentTerms, idOf, recordPassage, type IndexBuilder } from "./record-passage.ts";
import {
  openWordCounts,
  recordWordCounts,
  type WordCounts,
  type WordCountsRecord,
} from "../analysis/word-counts.ts";
import { openStrings, packStrings, type PackedStrings } from "../../text/string-table.ts";
import { cachedByWord } from "../../text/cached-by-word.ts";
import { createNearFinder } from "../analysis/near-finder.ts";
import {
  createSoundFinder,
  phoneticNames,
  type PhoneticNames,
} from "../analysis/phonetic-names.ts";
import {
  openSpelling,
  recordSpelling,
  type Spelling,
  type SpellingRecord,
} from "../analysis/spelling.ts";
import type { Terms } from "../../languages/terms.ts";
import {
  openTermDictionary,
  recordTerms,
  type TermDictionary,
  type TermDictionaryRecord,
} from "./term-dictionary.ts";

/** Index of all articles in one language; idf is computed over it. */
export type LanguageIndex = {
  readonly pack: LanguagePack;
  readonly terms: Terms;
  readonly names: Names;
  readonly roles: Roles;
  /** The terms of all roles. */
  readonly roleTerms: ReadonlySet<string>;
  readonly rarity: Rarity;
  readonly passages: IndexedPassages;
  /** How many passages there are: more than are here, if it is a part of an archive. */
  readonly passageCount: number;
  /** Told of each search: what an archive has for it can be fetched. */
  readonly onSearch?: (
    asked: readonly AskedTerm[],
    speakers: readonly string[] | undefined,
  ) => void;
  /** Mean number of words of a passage. */
  readonly meanLength: number;
  readonly dictionary: TermDictionary;
  readonly kinOf: (term: string) => Kin;
  /** By term id: the number of passages with the term in their text or context. */
  readonly documentFrequency: Int32Array;
  readonly spelling: Spelling;
  readonly phoneticNames: PhoneticNames;
  readonly engine: Engine;
  readonly groups: PassageGroups;
  /** The number of passages in which a person, given by id, speaks or is mentioned. */
  readonly personFrequency: (id: string) => number;
  readonly meanings: PassageMeanings;
  readonly words: WordsInUse;
  readonly articles: readonly Article[];
  /** What is saved of it; none of a part of an archive. */
  readonly record?: LanguageIndexRecord;
};

/** A term to look for, how much it counts, and in how many passages it is. */
export type AskedTerm = {
  readonly term: string;
  readonly share: number;
  readonly postings: number;
};

/** The terms of an index that are other forms of a term, and those of about the same meaning. */
type Kin = { readonly relatives: readonly string[]; readonly near: readonly string[] };

/** With what is saved of it. */
export type RecordedIndex = LanguageIndex & { readonly record: LanguageIndexRecord };

/** The parts of an index that take long to build, as arrays of numbers; these are saved. */
export type LanguageIndexRecord = {
  readonly pool: PassagePool;
  readonly documentFrequency: Int32Array;
  /** Everybody who speaks or is mentioned, by id; and in how many passages. */
  readonly people: PackedStrings;
  readonly personFrequency: Int32Array;
  readonly terms: TermDictionaryRecord;
  readonly words: WordCountsRecord;
  readonly spelling: SpellingRecord;
  readonly engine: EngineRecord;
};

export function indexLanguage(articles: readonly Article[]): RecordedIndex {
  return runSteps(indexLanguageInSteps(articles, packFor(articles[0]?.language ?? "")));
}

export function* indexLanguageInSteps(
  articles: readonly Article[],
  pack: LanguagePack,
): Steps<RecordedIndex> {
  const record = yield* recordArticles(articles, pack);
  return yield* openLanguageIndex(articles, pack, record);
}

/** Their passages as they are indexed, without postings. */
export function* recordPassages(articles: readonly Article[], pack: LanguagePack) {
  const locations = locatePassages(articles);
  const builder = yield* createIndexBuilder(articles, pack);
  for (let number = 0; number < locations.length; number += 1) {
    const location = locations.at(number);
    if (location) yield* recordPassage(location, builder);
    yield;
  }
  const { ids, people } = builder;
  const pool = toPool(builder.pool);
  const peopleById = [...people.numbers.keys()];
  const passages = openPassages(pool, locations, (number) => peopleById[number] ?? "");
  return { pool, locations, passages, ids, words: builder.words, people, peopleById };
}

function* recordArticles(
  articles: readonly Article[],
  pack: LanguagePack,
): Steps<LanguageIndexRecord> {
  const recorded = yield* recordPassages(articles, pack);
  const { pool, locations, passages, ids, people, peopleById } = recorded;
  const documents = (numberOf: (term: string) => number) =>
    engineDocuments({ locations, passages, terms: pack.terms, numberOf });
  const words = recordWordCounts(recorded.words);
  return {
    pool,
    documentFrequency: countPassages(pool, ids.size),
    people: packStrings(peopleById),
    personFrequency: new Int32Array(people.counts),
    terms: recordTerms(ids.keys()),
    words,
    spelling: yield* recordSpelling(pack, openStrings(words.words)),
    engine: yield* recordDocuments(documents, ids),
  };
}

/** The record must come from these articles. */
export function* openLanguageIndex(
  articles: readonly Article[],
  pack: LanguagePack,
  record: LanguageIndexRecord,
): Steps<RecordedIndex> {
  const { terms, rarity } = pack;
  const locations = locatePassages(articles);
  yield;
  const people = articles.flatMap((article) => article.people);
  const inPassages = openStrings(record.people);
  const passages = openPassages(record.pool, locations, inPassages.at);
  const dictionary = openTermDictionary(record.terms);
  const wordCounts = openWordCounts(record.words);
  const roles = yield* roleTermsOf(people, terms);
  const engine = openEngine(record.engine, dictionary);
  yield;
  const groups = groupPassages(locations);
  yield;
  return {
    pack,
    terms,
    names: yield* namesInSteps(people, terms),
    roles,
    roleTerms: new Set([...roles.values()].flatMap((role) => [...role])),
    rarity,
    passages,
    passageCount: passages.length,
    meanLength: meanLengthOf(record.pool.lengths),
    dictionary,
    kinOf: kinFinder(dictionary, terms),
    documentFrequency: record.documentFrequency,
    spelling: openSpelling(pack, record.spelling, wordCounts),
    phoneticNames: phoneticNames(people, () =>
      namesInText({ pool: record.pool, dictionary, wordCounts }, terms),
    ),
    engine,
    groups,
    personFrequency: (id) => record.personFrequency[inPassages.numberOf(id) ?? -1] ?? 0,
    words: wordsInUse(wordCounts, dictionary, pack),
    meanings: passageMeanings({ pack, passages, dictionary }),
    articles,
    record,
  };
}

/** What is said of the words of an index as they are written. */
type WordsInUse = {
  /** Whether a word is used in this very form. */
  readonly has: (folded: string) => boolean;
  /** Whether a word sounds like one in another script. */
  readonly hasSoundOf: (word: string) => boolean;
  /** Whether a word is near one in meaning. */
  readonly hasNearOf: (word: string) => boolean;
  /** Reading all words takes time: done ahead, or when a word is first asked about. */
  readonly prepare: () => Steps<void>;
};

function wordsInUse(
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

/** Keeps what it finds: a concept has many words, of which an article has few. */
export function kinFinder({ idOf: idOfTerm, relativesOf }: TermDictionary, { near }: Terms) {
  return cachedByWord((term): Kin => {
    return {
      relatives: relativesOf(term),
      near: near(term).filter((one) => idOfTerm(one) !== undefined),
    };
  });
}

/** BM25's inverse document frequency within this index, scaled to 0–1. */
export function localIdf(
  term: string,
  { passageCount, documentFrequency, dictionary }: LanguageIndex,
): number {
  const id = dictionary.idOf(term);
  const count = id === undefined ? 0 : (documentFrequency[id] ?? 0);
  return inverseFrequency(count, passageCount) / inverseFrequency(0, passageCount);
}

function inverseFrequency(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** Names of people get term ids even if no passage mentions them. */
function* createIndexBuilder(
  articles: readonly Article[],
  pack: LanguagePack,
): Steps<IndexBuilder> {
  const { terms } = pack;
  const people = articles.flatMap((article) => article.people);
  const names = yield* namesInSteps(people, terms);
  const published = new Map(
    articles.flatMap((article) => {
      const day = terms.dayIn(article.source.publishedOn ?? "");
      return day ? [[article, day] as const] : [];
    }),
  );
  const builder = {
    terms,
    names,
    ids: new Map(),
    words: { numbers: new Map(), counts: [] },
    lastTerms: { terms: [], ids: [] },
    contexts: new Map(),
    published,
    whoIsMeant: { reader: createMeaningReader(pack), referents: new Map(), toldOf: new Map() },
    pool: growingPool(),
    people: { numbers: new Map(), counts: [] },
  };
  for (const { name, aliases } of people) {
    for (const text of [name, ...aliases]) {
      for (const term of contentTerms(text, builder)) idOf(term, builder);
    }
  }
  // Names in other languages can be searched for, but must not take part in spelling correction.
  for (const phrases of names.values()) {
    for (const term of phrases.flatMap((name) => name.terms)) idOf(term, builder);
  }
  return builder;
}

function meanLengthOf(lengths: Int32Array): number {
  let total = 0;
  for (const length of lengths) total += length;
  return total / Math.max(1, lengths.length);
}

/** By term id: the passages that have the term in their text or context. */
export function countPassages(pool: PassagePool, size: number): Int32Array {
  const counts = new Int32Array(size);
  const lastSeenIn = new Int32Array(size).fill(-1);
  const parts = [
    [pool.termEnds, pool.terms],
    [pool.addedEnds, pool.addedTerms],
    [pool.contextEnds, pool.contextTerms],
  ] as const;
  for (const number of pool.lengths.keys()) {
    for (const [ends, ids] of parts) {
      const end = ends[number] ?? 0;
      for (let at = number === 0 ? 0 : (ends[number - 1] ?? 0); at < end; at += 1) {
        const id = ids[at] ?? 0;
        if (lastSeenIn[id] === number) continue;
        lastSeenIn[id] = number;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
  }
  return counts;
}
