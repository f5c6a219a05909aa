import type { Article } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { openStrings, packStrings, type PackedStrings } from "../../text/string-table.ts";
import { recordSpelling, type SpellingRecord } from "../analysis/spelling.ts";
import type { Steps } from "../analysis/steps.ts";
import { recordWordCounts, type WordCountsRecord } from "../analysis/word-counts.ts";
import { engineDocuments } from "./engine-documents.ts";
import { type EngineRecord, recordDocuments } from "./engine.ts";
import { openPassages } from "./indexed-passage.ts";
import { createMeaningReader } from "./meant/who-is-meant.ts";
import { locatePassages } from "./passage-locations.ts";
import { growingPool, toPool, type PassagePool } from "./passage-pool.ts";
import { namesInSteps } from "./people.ts";
import { contentTerms, idOf, recordPassage, type IndexBuilder } from "./record-passage.ts";
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
};

export function* recordArticles(
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
