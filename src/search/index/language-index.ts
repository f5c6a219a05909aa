import type { Article } from "../../article/article.ts";
import type { ArticleScope } from "../../article/article-scope.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";
import type { Rarity } from "../../languages/rarity.ts";
import type { Terms } from "../../languages/terms.ts";
import { cachedByWord } from "../../text/cached-by-word.ts";
import { openStrings } from "../../text/string-table.ts";
import {
  openPhoneticNames,
  phoneticNames,
  type PhoneticNames,
} from "../analysis/phonetic-names.ts";
import { openSpelling, type Spelling } from "../analysis/spelling.ts";
import { runSteps, type Steps } from "../../languages/steps.ts";
import { openWordCounts } from "../analysis/word-counts.ts";
import { inverseDocumentFrequency } from "./bm25.ts";
import { groupPassages, type PassageGroups } from "./engine-documents.ts";
import { type Engine, openEngine } from "./engine.ts";
import { openPassages, type IndexedPassages } from "./indexed-passage.ts";
import { namesInText } from "./names-in-text.ts";
import { MARK, openSpeakers } from "./layout.ts";
import { locatePassages } from "./passage-locations.ts";
import { passageMeanings, type PassageMeanings } from "./passage-meanings.ts";
import { openPeople } from "./people-record.ts";
import { namesInSteps, roleTermsOf, type Names, type Roles } from "./people.ts";
import { type OpenedIndexRecord, recordArticles } from "./record-articles.ts";
import { openTermDictionary, type TermDictionary } from "./term-dictionary.ts";
import { wordsInUse, type WordsInUse } from "./words-in-use.ts";

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
  readonly onSearch?: (asked: SearchedPassages) => void;
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
  /** Whether any of the articles has several speakers; an archive knows it of all. */
  readonly hasSeveralSpeakers?: boolean;
  /** The number of passages in which a person, given by id, speaks or is mentioned. */
  readonly personFrequency: (id: string) => number;
  readonly meanings: PassageMeanings;
  readonly words: WordsInUse;
  readonly articles: readonly Article[];
};

/** Which passages are looked for. */
export type SearchedPassages = {
  readonly terms: readonly AskedTerm[];
  /** Ids of people, to find only where one of them speaks. */
  readonly speakers: readonly string[] | undefined;
  /** The only articles to find passages of. */
  readonly within: ArticleScope | undefined;
  /** How many, if not as many as ranking takes. */
  readonly most?: number;
};

/** A term to look for, how much it counts, and in how many passages it is. */
export type AskedTerm = {
  readonly term: string;
  readonly share: number;
  readonly postings: number;
};

/** The terms of an index that are other forms of a term, and those of about the same meaning. */
type Kin = { readonly relatives: readonly string[]; readonly near: readonly string[] };

export function indexLanguage(articles: readonly Article[]): LanguageIndex {
  return runSteps(indexLanguageInSteps(articles, packFor(articles[0]?.language ?? "")));
}

export function* indexLanguageInSteps(
  articles: readonly Article[],
  pack: LanguagePack,
): Steps<LanguageIndex> {
  const record = yield* recordArticles(articles, pack);
  return yield* openLanguageIndex(articles, pack, record);
}

/** The record must come from these articles. */
export function* openLanguageIndex(
  articles: readonly Article[],
  pack: LanguagePack,
  record: OpenedIndexRecord,
): Steps<LanguageIndex> {
  const { terms, rarity } = pack;
  const locations = yield* locatePassages(articles, record.layout);
  yield;
  const people = articles.flatMap((article) => article.people);
  const inPassages = openStrings(record.people);
  const personOf = inPassages.at;
  const speakersOf = openSpeakers(record.speakers, personOf);
  yield;
  const passages = openPassages({ pool: record.pool, locations, personOf, speakersOf });
  const dictionary = openTermDictionary(record.terms);
  const wordCounts = openWordCounts(record.words);
  const { names, roles } = record.lookups
    ? yield* openPeople(record.lookups.people, people)
    : {
        names: yield* namesInSteps(people, terms),
        roles: yield* roleTermsOf(people, terms),
      };
  const roleTerms = new Set<string>();
  for (const role of roles.values()) {
    for (const term of role) roleTerms.add(term);
    yield;
  }
  const engine = openEngine(record.engine, dictionary);
  yield;
  const groups = groupPassages(locations);
  yield;
  return {
    pack,
    terms,
    names,
    roles,
    roleTerms,
    rarity,
    passages,
    passageCount: passages.length,
    meanLength: meanLengthOf(record.pool.lengths),
    dictionary,
    kinOf: kinFinder(dictionary, terms),
    documentFrequency: record.documentFrequency,
    spelling: openSpelling(pack, record.spelling, wordCounts),
    phoneticNames: record.lookups
      ? openPhoneticNames(record.lookups.names, { wordCounts, dictionary })
      : phoneticNames(people, () =>
          namesInText({ pool: record.pool, dictionary, wordCounts }, terms.of),
        ),
    engine,
    groups,
    hasSeveralSpeakers: record.layout.marks.some((marks) => (marks & MARK.severalSpeakers) !== 0),
    personFrequency: (id) => record.personFrequency[inPassages.numberOf(id) ?? -1] ?? 0,
    words: wordsInUse(wordCounts, dictionary, pack, record.lookups?.words),
    meanings: passageMeanings({ pack, passages, dictionary }),
    articles,
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
  return inverseDocumentFrequency(count, passageCount) / inverseDocumentFrequency(0, passageCount);
}

function meanLengthOf(lengths: Int32Array): number {
  let total = 0;
  for (const length of lengths) total += length;
  return total / Math.max(1, lengths.length);
}
