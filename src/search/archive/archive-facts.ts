import type { PassageRecord } from "../index/indexed-passage.ts";
import type { PassageMeanings } from "../index/passage-meanings.ts";
import type { ArchivedPassage } from "./archived-article.ts";
import type { NameInText } from "../analysis/names-by-sound.ts";
import type {
  ArchiveSearch,
  ArchiveStatistics,
  Found,
  FoundPassage,
  FoundPerson,
  Wanted,
} from "./archive.ts";

/** What is known so far of an archive's texts in one language. An entry may say that there is nothing. */
export type ArchiveFacts = {
  readonly language: string;
  readonly statistics: ArchiveStatistics;
  /** What all passages have in common: see `meaningInCommon`. */
  readonly inCommon: () => Float64Array;
  /** The number of passages with a term; NOT_THERE if no text has it. */
  readonly terms: Map<string, number>;
  readonly relatives: Map<string, readonly string[]>;
  readonly people: Map<string, readonly FoundPerson[]>;
  readonly words: Map<string, boolean>;
  readonly typos: Map<string, ReadonlyMap<string, number>>;
  readonly soundAlike: Map<string, readonly FoundPerson[]>;
  readonly names: Map<string, readonly NameInText[]>;
  readonly pairs: Map<string, readonly FoundPassage[]>;
  readonly searches: Map<string, readonly FoundPassage[]>;
  readonly numbering: Numbering;
};

/** The ids of terms, which stay the same for as long as a question is answered, and passages with these. */
export type Numbering = {
  readonly ids: Map<string, number>;
  readonly records: Map<ArchivedPassage, PassageRecord>;
  /** Made when there were so many ids. */
  meanings?: { readonly ids: number; readonly of: PassageMeanings };
};

export const NOT_THERE = -1;

export function noFacts(
  given: Pick<ArchiveFacts, "language" | "statistics" | "inCommon">,
): ArchiveFacts {
  return {
    ...given,
    terms: new Map(),
    relatives: new Map(),
    people: new Map(),
    words: new Map(),
    typos: new Map(),
    soundAlike: new Map(),
    names: new Map(),
    pairs: new Map(),
    searches: new Map(),
    numbering: { ids: new Map(), records: new Map() },
  };
}

/** Adds what was found, and that the rest of what was wanted is not there. */
export function addFound(facts: ArchiveFacts, wanted: Wanted, found: Found): void {
  for (const term of wanted.terms) facts.terms.set(term, NOT_THERE);
  for (const term of wanted.relatives) {
    facts.relatives.set(term, found.relatives.get(term) ?? []);
  }
  for (const [term, count] of found.terms) facts.terms.set(term, count);
  for (const term of wanted.people) facts.people.set(term, []);
  for (const [term, people] of found.people) facts.people.set(term, people);
  for (const word of wanted.words) facts.words.set(word, found.words.has(word));
  for (const word of wanted.typos) facts.typos.set(word, found.typos.get(word) ?? new Map());
  for (const word of wanted.sounds) {
    facts.soundAlike.set(word, found.soundAlike.get(word) ?? []);
    facts.names.set(word, found.names.get(word) ?? []);
  }
  for (const key of wanted.pairs.keys()) facts.pairs.set(key, found.pairs.get(key) ?? []);
  for (const key of wanted.searches.keys()) facts.searches.set(key, found.searches.get(key) ?? []);
}

/** Collects what an answer lacks. */
export type Missing = Wanted & {
  readonly terms: Set<string>;
  readonly relatives: Set<string>;
  readonly people: Set<string>;
  readonly words: Set<string>;
  readonly typos: Set<string>;
  readonly sounds: Set<string>;
  readonly pairs: Map<string, readonly [string, string]>;
  readonly searches: Map<string, ArchiveSearch>;
};

export function nothingMissing(language: string): Missing {
  return {
    language,
    terms: new Set(),
    relatives: new Set(),
    people: new Set(),
    words: new Set(),
    typos: new Set(),
    sounds: new Set(),
    pairs: new Map(),
    searches: new Map(),
  };
}

/**
 * What is to be looked up next. Passages are searched for once the words are known; until then, the search is
 * for other words. `undefined` if nothing is missing.
 */
export function toLookUp(missing: Missing): Wanted | undefined {
  const { language: _, searches, ...others } = missing;
  const isRead = Object.values(others).every(({ size }) => size === 0);
  if (isRead) return searches.size === 0 ? undefined : missing;
  return { ...missing, searches: new Map() };
}
