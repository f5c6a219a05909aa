import type { Article } from "../../article/article.ts";
import { type Engine, type EngineRecord, openEngine, recordDocuments } from "./engine.ts";
import {
  engineDocuments,
  groupPassages,
  isTermForPerson,
  peopleIn,
  type PassageGroups,
} from "./engine-documents.ts";
import { passageMeanings, type PassageMeanings } from "./passage-meanings.ts";
import { createMeaningReader } from "./meant/who-is-meant.ts";
import { namesInText } from "./names-in-text.ts";
import { namesOf, roleTermsOf, type Names, type Roles } from "./people.ts";
import { runSteps, type Steps } from "../analysis/steps.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";
import type { Rarity } from "../../languages/rarity.ts";
import {
  contentTerms,
  idOf,
  recordPassage,
  speakersIn,
  type IndexBuilder,
  type PassageRecord,
  type PassageLocation,
  type IndexedPassage,
} from "./indexed-passage.ts";
import { cachedByWord } from "../../text/cached-by-word.ts";
import { phoneticNames, type PhoneticNames } from "../analysis/phonetic-names.ts";
import { buildSpelling, type Spelling } from "../analysis/spelling.ts";
import type { Terms } from "../../languages/terms.ts";
import { createTermDictionary, type TermDictionary } from "./term-dictionary.ts";

/** Index of all articles in one language; idf is computed over it. */
export type LanguageIndex = {
  readonly pack: LanguagePack;
  readonly terms: Terms;
  readonly names: Names;
  readonly roles: Roles;
  /** The terms of all roles. */
  readonly roleTerms: ReadonlySet<string>;
  readonly rarity: Rarity;
  readonly passages: readonly IndexedPassage[];
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
  /** By id: the number of passages in which a person speaks or is mentioned. */
  readonly personFrequency: ReadonlyMap<string, number>;
  readonly meanings: PassageMeanings;
  readonly articles: readonly Article[];
  readonly record: LanguageIndexRecord;
};

/** The terms of an index that are other forms of a term, and those of about the same meaning. */
type Kin = { readonly relatives: readonly string[]; readonly near: readonly string[] };

/** The parts of an index that take long to build; these are saved. */
export type LanguageIndexRecord = {
  readonly passages: readonly PassageRecord[];
  readonly ids: ReadonlyMap<string, number>;
  readonly wordCounts: ReadonlyMap<string, number>;
  readonly engine: EngineRecord;
};

export function indexLanguage(articles: readonly Article[]): LanguageIndex {
  return runSteps(indexLanguageInSteps(articles, packFor(articles[0]?.language ?? "")));
}

export function* indexLanguageInSteps(
  articles: readonly Article[],
  pack: LanguagePack,
): Steps<LanguageIndex> {
  return yield* openLanguageIndex(articles, pack, yield* recordArticles(articles, pack));
}

function* recordArticles(
  articles: readonly Article[],
  pack: LanguagePack,
): Steps<LanguageIndexRecord> {
  const { terms } = pack;
  const builder = createIndexBuilder(articles, pack);
  const passages: PassageRecord[] = [];
  const locations = locatePassages(articles);
  for (const location of locations) {
    passages.push(yield* recordPassage(location, builder));
    yield;
  }
  const { ids, wordCounts } = builder;
  const source = { locations, records: passages, termsById: [...ids.keys()], terms };
  const engine = yield* recordDocuments(engineDocuments(source), ids, isTermForPerson);
  return { passages, ids, wordCounts, engine };
}

/** The record must come from these articles. */
export function* openLanguageIndex(
  articles: readonly Article[],
  pack: LanguagePack,
  record: LanguageIndexRecord,
): Steps<LanguageIndex> {
  const { terms, rarity } = pack;
  const locations = locatePassages(articles);
  const people = articles.flatMap((article) => article.people);
  const passages: IndexedPassage[] = [];
  for (const [number, passage] of record.passages.entries()) {
    const location = locations[number];
    if (location)
      passages.push({ ...location, ...passage, speakers: speakersIn(location.passage) });
    yield;
  }
  const dictionary = createTermDictionary(record.ids);
  const roles = roleTermsOf(people, terms);
  yield;
  return {
    pack,
    terms,
    names: namesOf(people, terms),
    roles,
    roleTerms: new Set([...roles.values()].flatMap((role) => [...role])),
    rarity,
    passages,
    meanLength: meanLengthOf(passages),
    dictionary,
    kinOf: kinFinder(dictionary, terms),
    documentFrequency: countPassages(passages, record.ids.size),
    spelling: yield* buildSpelling(pack, record.wordCounts),
    phoneticNames: phoneticNames(people, () => namesInText(record, terms)),
    engine: openEngine(record.engine, record.ids),
    groups: groupPassages(locations),
    personFrequency: countPeople(passages),
    meanings: passageMeanings({ pack, passages, ids: record.ids }),
    articles,
    record,
  };
}

/** Keeps what it finds: a concept has many words, of which an article has few. */
function kinFinder({ idOf: idOfTerm, relativesOf }: TermDictionary, { near }: Terms) {
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
  { passages, documentFrequency, dictionary }: LanguageIndex,
): number {
  const id = dictionary.idOf(term);
  const count = id === undefined ? 0 : (documentFrequency[id] ?? 0);
  return inverseFrequency(count, passages.length) / inverseFrequency(0, passages.length);
}

function inverseFrequency(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** Names of people get term ids even if no passage mentions them. */
function createIndexBuilder(articles: readonly Article[], pack: LanguagePack): IndexBuilder {
  const { terms } = pack;
  const people = articles.flatMap((article) => article.people);
  const names = namesOf(people, terms);
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
    wordCounts: new Map(),
    contexts: new Map(),
    published,
    whoIsMeant: { reader: createMeaningReader(pack), referents: new Map(), toldOf: new Map() },
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

function locatePassages(articles: readonly Article[]): PassageLocation[] {
  return articles.flatMap((article) => {
    const isMarkedUp = isByEditor(article);
    return article.sections
      .flatMap((section) => section.passages.map((passage) => ({ article, section, passage })))
      .map((location, position) => Object.assign(location, { position, isMarkedUp }));
  });
}

/** Leads and keywords are what only an editor writes. */
function isByEditor({ sections }: Article): boolean {
  return sections.some(({ passages }) =>
    passages.some(({ lead, keywords }) => lead !== undefined || keywords.length > 0),
  );
}

function meanLengthOf(passages: readonly IndexedPassage[]): number {
  let total = 0;
  for (const { length } of passages) total += length;
  return total / Math.max(1, passages.length);
}

function countPeople(passages: readonly IndexedPassage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const indexed of passages) {
    for (const id of peopleIn(indexed, indexed)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function countPassages(passages: readonly IndexedPassage[], size: number): Int32Array {
  const counts = new Int32Array(size);
  const lastSeenIn = new Int32Array(size).fill(-1);
  for (const [number, { terms, added, contextTerms }] of passages.entries()) {
    for (const ids of [terms, added.terms, contextTerms]) {
      for (const id of ids) {
        if (lastSeenIn[id] === number) continue;
        lastSeenIn[id] = number;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
  }
  return counts;
}
