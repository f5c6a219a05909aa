import type { Person } from "../../article/article.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import type { Query } from "./parse-query.ts";
import type { QueryWord } from "./query-words.ts";
import { AGE_TERM } from "../../languages/ages.ts";
import { MAX_BITS } from "../../languages/rarity.ts";
import { localIdf, type LanguageIndex } from "../index/language-index.ts";
import { type QueryTerm, queryTermsWhere, weightOf } from "./query-terms.ts";

/** A query prepared for matching against many passages. */
export type CompiledQuery = {
  readonly queryTerms: readonly QueryTerm[];
  /**
   * By term id: the query terms that the term matches, a bit for each, with RELATIVE if it is only a relative.
   * An added term of the question matches all query terms that it stands for.
   */
  readonly matchedBy: Int32Array;
  /** Total weight of the query terms, without the background. */
  readonly weight: number;
  /** Query terms next to each other in the question, ignoring stop words. */
  readonly pairs: readonly Pair[];
  /** Terms next to each other, stop words included: first id × size of the dictionary + second id. */
  readonly bigrams: ReadonlySet<number>;
  readonly vocabularySize: number;
  /** Id of the term of ages: its number answers, where that of another found word only repeats the question. */
  readonly ageTerm: number | undefined;
  /** Other terms that match: relatives and synonyms of query terms, and added terms. */
  readonly otherTerms: readonly string[];
  readonly query: Query;
};

type Pair = { readonly first: number; readonly second: number };

/** A set of query terms has to fit in 30 bits; no question has more content words. */
const MAX_QUERY_TERMS = 30;
/** The bit after those of the query terms. */
export const RELATIVE = 1 << MAX_QUERY_TERMS;
/** The weight of background, relative to the question itself. */
const BACKGROUND_SHARE = 0.3;

export function compileQuery(query: Query, index: LanguageIndex): CompiledQuery {
  const words = groupedBy(query.topic, ({ term }) => term);
  const own = [...words.values()].slice(0, MAX_QUERY_TERMS);
  const background = query.background
    .filter((word) => word.status === "known" && !words.has(word.term))
    .slice(0, MAX_QUERY_TERMS - own.length);

  const queryTerms = [
    ...own.map((same) => queryTermFor(same, false, query, index)),
    ...background.map((word) => queryTermFor([word], true, query, index)),
  ];
  const matchedBy = new Int32Array(index.dictionary.size);
  const relatives = queryTerms.flatMap((queryTerm, number) =>
    markRelatives(queryTerm, number, matchedBy, { query, index }),
  );
  for (const [number, { senses }] of queryTerms.entries()) {
    for (const sense of senses) {
      const id = index.dictionary.idOf(sense);
      if (id !== undefined) matchedBy[id] = withExact(matchedBy[id] ?? 0, 1 << number);
    }
  }
  markAdded(query, queryTerms, matchedBy, index);
  return {
    query,
    queryTerms,
    matchedBy,
    otherTerms: [...relatives, ...query.added.map(({ term }) => term)],
    weight:
      weightOf(
        queryTermsWhere(queryTerms, (queryTerm) => !queryTerm.isBackground),
        queryTerms,
      ) || 1,
    pairs: pairsOf(query, queryTerms),
    bigrams: bigramsOf(query, index),
    vocabularySize: index.dictionary.size,
    ageTerm: index.dictionary.idOf(AGE_TERM),
  };
}

function queryTermFor(
  words: readonly QueryWord[],
  isBackground: boolean,
  { added }: Query,
  index: LanguageIndex,
): QueryTerm {
  const [{ term, status, bits } = { term: "", status: "unknown", bits: 0 }] = words;
  const others = words.flatMap(({ otherSenses }) => otherSenses);
  const senses = others.length === 0 ? [term] : [...new Set([term, ...others])];
  const share = isBackground ? BACKGROUND_SHARE : 1;
  const standIns = added.filter(({ words: stoodFor }) =>
    stoodFor.some((word) => word.term === term),
  );
  const local = Math.min(
    ...[...senses, ...standIns.map((one) => one.term)].map((one) => localIdf(one, index)),
  );
  const general = bits / MAX_BITS;
  return {
    term,
    senses,
    local,
    general,
    share,
    weight: ((local + general) / 2) * share,
    isName: words.some((word) => word.isName),
    isEveryday: words.every((word) => word.isEveryday),
    isKnown: status !== "unknown",
    isUnknownInAnyForm: status === "unknown" && index.kinOf(term).relatives.length === 0,
    isBackground,
    people: isBackground ? [] : [...new Set(words.flatMap((word) => word.names))],
  };
}

function markRelatives(
  queryTerm: QueryTerm,
  number: number,
  matchedBy: Int32Array,
  { query: { people }, index }: { readonly query: Query; readonly index: LanguageIndex },
): readonly string[] {
  if (queryTerm.isBackground) return [];
  const relatives = queryTerm.senses
    .flatMap((sense) => {
      const kin = index.kinOf(sense);
      return kin.relatives.length === 0 ? kin.near : [...kin.relatives, ...kin.near];
    })
    .filter(
      (relative) =>
        people.length === 0 || queryTerm.people.length > 0 || !namesOneOf(people, relative, index),
    );
  for (const relative of relatives) {
    const id = index.dictionary.idOf(relative);
    if (id !== undefined) matchedBy[id] ||= (1 << number) | RELATIVE;
  }
  return relatives;
}

/** Where the baker is asked about, "the baker" says nothing about a bakery. */
function namesOneOf(people: readonly Person[], term: string, { names }: LanguageIndex): boolean {
  const alone = names.get(term)?.filter(({ terms }) => terms.length === 1) ?? [];
  return alone.some(({ person }) => people.includes(person));
}

/** As a term in its own right, an added term matches the words that it stands for. */
function markAdded(
  { added }: Query,
  queryTerms: readonly QueryTerm[],
  matchedBy: Int32Array,
  { dictionary }: LanguageIndex,
): void {
  for (const { term, words } of added) {
    const id = dictionary.idOf(term);
    if (id === undefined) continue;
    const stoodFor = queryTermsWhere(
      queryTerms,
      (queryTerm) => !queryTerm.isBackground && words.some((word) => word.term === queryTerm.term),
    );
    matchedBy[id] = withExact(matchedBy[id] ?? 0, stoodFor);
  }
}

/** A match in its own right replaces one as a relative. */
function withExact(known: number, set: number): number {
  return (known & RELATIVE) === 0 ? known | set : set;
}

function pairsOf(query: Query, queryTerms: readonly QueryTerm[]): Pair[] {
  const numberOf = new Map(queryTerms.map(({ term }, number) => [term, number]));
  const numbers = query.topic.map(({ term }) => numberOf.get(term));
  return numbers.slice(1).flatMap((second, number) => {
    const first = numbers[number];
    return first === undefined || second === undefined ? [] : [{ first, second }];
  });
}

function bigramsOf(query: Query, { terms, dictionary }: LanguageIndex): Set<number> {
  const ids = query.written.map((word) => dictionary.idOf(terms.of(word.text)));
  for (const { term, position } of query.words) ids[position] = dictionary.idOf(term);

  const found = new Set<number>();
  const add = (first: number | undefined, second: number | undefined) => {
    if (first !== undefined && second !== undefined) found.add(first * dictionary.size + second);
  };
  for (const [number, first] of ids.entries()) add(first, ids[number + 1]);
  for (const { term, start, end } of query.added) {
    const id = dictionary.idOf(term);
    add(ids[query.written.findLastIndex((word) => word.end <= start)], id);
    add(id, ids[query.written.findIndex((word) => word.start >= end)]);
  }
  return found;
}
