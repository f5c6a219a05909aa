import type { Article } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { openStrings, packStrings, type PackedStrings } from "../../text/string-table.ts";
import { recordSpelling, type SpellingRecord } from "../analysis/spelling.ts";
import type { Steps } from "../../languages/steps.ts";
import { recordWordCounts, type WordCountsRecord } from "../analysis/word-counts.ts";
import { engineDocuments } from "./engine-documents.ts";
import { type EngineRecord, type OpenedEngineRecord, recordDocuments } from "./engine.ts";
import { type IndexedPassages, openPassages } from "./indexed-passage.ts";
import { type ByWord, type KnownWords, openKnownWords } from "./known-words.ts";
import type { LookupsRecord } from "./lookups.ts";
import {
  type Layout,
  layOut,
  openSpeakers,
  recordSpeakers,
  type SpeakersRecord,
} from "./layout.ts";
import { mergeParts, type Vocabulary } from "./merge-parts.ts";
import type { RecordedArticle } from "./recorded-part.ts";
import { namesForEach } from "./names-for-each.ts";
import { locatePassages, type PassageLocations } from "./passage-locations.ts";
import type { OpenedPool, PassagePool } from "./passage-pool.ts";
import { type Names, namesInSteps, withoutRepeatedPeople } from "./people.ts";
import { contentTerms, idOf, type IndexBuilder } from "./record-passage.ts";
import { recordAlone, recordPart } from "./record-part.ts";
import { createUseCounter, type RecordedPart, type UsesByArticle } from "./recorded-part.ts";
import { recordTerms, type TermDictionaryRecord } from "./term-dictionary.ts";

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
  readonly layout: Layout;
  readonly speakers: SpeakersRecord;
};

/** The same as it is opened: the longest arrays may be in a file. */
export type OpenedIndexRecord = Omit<LanguageIndexRecord, "pool" | "engine"> & {
  readonly pool: OpenedPool;
  readonly engine: OpenedEngineRecord;
  readonly lookups?: LookupsRecord;
};

/** What an earlier index has of an article: with other articles, it may mention other people. */
type FindRecorded = (article: Article) => RecordedArticle | undefined;

export function* recordArticles(
  articles: readonly Article[],
  pack: LanguagePack,
): Steps<LanguageIndexRecord> {
  return yield* recordIndex(yield* recordPassages(articles, pack), pack);
}

export type RecordedPassages = ReadablePassages & {
  /** What it takes to index these articles among others again. */
  readonly uses: UsesByArticle;
  /** What an earlier index found out about words. */
  readonly knownWords: KnownWords | undefined;
};

type ReadablePassages = Vocabulary &
  LaidOut & {
    readonly pool: PassagePool;
    readonly speakers: SpeakersRecord;
    readonly passages: IndexedPassages;
    readonly peopleById: readonly string[];
  };

type LaidOut = { readonly layout: Layout; readonly locations: PassageLocations };

export function* recordIndex(
  recorded: RecordedPassages,
  pack: LanguagePack,
): Steps<LanguageIndexRecord> {
  const { pool, layout, locations, speakers } = recorded;
  const { passages, ids, people, peopleById, knownWords } = recorded;
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
    spelling: yield* recordSpelling(
      {
        isInflected: pack.isInflected,
        terms: { of: (word) => knownWords?.termOf(word) ?? pack.terms.of(word) },
      },
      openStrings(words.words),
    ),
    engine: yield* recordDocuments(documents, ids),
    layout,
    speakers,
  };
}

/** What can be recorded of articles among others once more. */
export function recordedPart(
  record: OpenedIndexRecord & { readonly lookups: LookupsRecord },
  { uses, byWord }: { readonly uses: UsesByArticle; readonly byWord: ByWord },
): RecordedPart {
  const words = openStrings(record.words.words);
  const terms = openStrings(record.terms.terms);
  const { sounds } = record.lookups.words.sounds;
  return {
    pool: record.pool,
    terms,
    words,
    people: openStrings(record.people),
    uses,
    knownWords: openKnownWords({ words, terms, sounds }, byWord),
  };
}

/** Their passages as they are indexed, without postings. */
export function* recordPassages(
  articles: readonly Article[],
  pack: LanguagePack,
  findRecorded: FindRecorded = () => undefined,
): Steps<RecordedPassages> {
  const everybody = articles.flatMap((article) => article.people);
  const names = withoutRepeatedPeople(yield* namesInSteps(everybody, pack.terms));
  const known = yield* stillRight(articles.map(findRecorded), names);
  const others = articles.filter((_, at) => !known[at]);
  const part = yield* recordPart(others, pack, names);
  let next = 0;
  const recorded = known.map((one) => one ?? { part, at: next++ });

  const people = { numbers: new Map<string, number>(), counts: [] };
  const vocabulary = { ...vocabularyOf(articles, pack, names), people };
  const { pool, uses } = yield* mergeParts(recorded, vocabulary);
  const readable = yield* readPool(articles, pool, vocabulary, yield* layOutAll(articles));
  const earlier = recorded.find((one) => one.part.knownWords);
  return { ...readable, uses, knownWords: earlier?.part.knownWords };
}

/** The same for an article among no others, without what it takes to index it again. */
export function* recordArticle(article: Article, pack: LanguagePack): Steps<ReadablePassages> {
  const names = withoutRepeatedPeople(yield* namesInSteps(article.people, pack.terms));
  const numbered = vocabularyOf([article], pack, names);
  const laidOut = yield* layOutAll([article]);
  const { locations } = laidOut;
  const { pool, people } = yield* recordAlone(article, pack, { names, ...numbered, locations });
  return yield* readPool([article], pool, { ...numbered, people }, laidOut);
}

function* layOutAll(articles: readonly Article[]): Steps<LaidOut> {
  const layout = yield* layOut(articles);
  return { layout, locations: yield* locatePassages(articles, layout) };
}

function* readPool(
  articles: readonly Article[],
  pool: PassagePool,
  { ids, words, people }: Vocabulary,
  { layout, locations }: LaidOut,
): Steps<ReadablePassages> {
  const peopleById = [...people.numbers.keys()];
  const speakers = yield* recordSpeakers(articles, people.numbers);
  const personOf = (number: number) => peopleById[number] ?? "";
  const speakersOf = openSpeakers(speakers, personOf);
  const passages = openPassages({ pool, locations, personOf, speakersOf });
  return { pool, layout, locations, speakers, passages, ids, words, people, peopleById };
}

/** Without those in which other people may be mentioned now. */
function* stillRight(
  recorded: readonly (RecordedArticle | undefined)[],
  names: Names,
): Steps<(RecordedArticle | undefined)[]> {
  const namesOf = new Map<RecordedPart, readonly string[]>();
  for (const { part } of recorded.filter((one) => one !== undefined)) {
    if (!namesOf.has(part)) namesOf.set(part, yield* namesForEach(part, names));
  }
  return recorded.map((one) => {
    const isRight = one && namesOf.get(one.part)?.[one.at] === one.part.uses.names[one.at];
    return isRight === true ? one : undefined;
  });
}

/** Names of people get term ids even if no passage mentions them. */
function vocabularyOf(
  articles: readonly Article[],
  { terms }: LanguagePack,
  names: Names,
): Pick<IndexBuilder, "ids" | "words"> {
  const words = createUseCounter();
  const builder = { terms, ids: new Map<string, number>(), words, contexts: new Map() };
  for (const { name, aliases } of articles.flatMap(({ people }) => people)) {
    for (const text of [name, ...aliases]) {
      for (const term of contentTerms(text, builder)) idOf(term, builder);
    }
  }
  // Names in other languages can be searched for, but must not take part in spelling correction.
  for (const phrases of names.values()) {
    for (const term of phrases.flatMap((name) => name.terms)) idOf(term, builder);
  }
  return { ids: builder.ids, words };
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
