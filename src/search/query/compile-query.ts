import { groupedBy } from "../../article/grouped-by.ts";
import type { Query, QueryWord } from "./parse-query.ts";
import { MAX_BITS } from "../../languages/rarity.ts";
import { localIdf, type LanguageIndex } from "../index/language-index.ts";
import { type QueryTerm, queryTermsWhere, weightOf } from "./query-terms.ts";

/** A query prepared for matching against many passages. */
export type CompiledQuery = {
  readonly queryTerms: readonly QueryTerm[];
  /** By term id: n + 1 for the nth query term itself, −(n + 1) for a relative of it, else 0. */
  readonly queryTermOf: Int8Array;
  /** Total weight of the query terms, without the background. */
  readonly weight: number;
  /** Query terms next to each other in the question, ignoring stop words. */
  readonly pairs: readonly Pair[];
  /** Terms next to each other, stop words included: first id × size of the dictionary + second id. */
  readonly bigrams: ReadonlySet<number>;
  readonly vocabularySize: number;
  /** Terms that differ from a query term only in their ending, or are synonyms of it. */
  readonly relatives: readonly string[];
  readonly query: Query;
};

type Pair = { readonly first: number; readonly second: number };

/** A set of query terms has to fit in 32 bits; no question has more content words. */
const MAX_QUERY_TERMS = 30;
/** The weight of background, relative to the question itself. */
const BACKGROUND_SHARE = 0.3;

export function compileQuery(query: Query, index: LanguageIndex): CompiledQuery {
  const words = groupedBy(query.words, ({ term }) => term);
  const own = [...words.values()].slice(0, MAX_QUERY_TERMS);
  const background = query.background
    .filter((word) => word.status === "known" && !words.has(word.term))
    .slice(0, MAX_QUERY_TERMS - own.length);

  const queryTerms = [
    ...own.map((same) => queryTermFor(same, false, index)),
    ...background.map((word) => queryTermFor([word], true, index)),
  ];
  const queryTermOf = new Int8Array(index.dictionary.size);
  const relatives = queryTerms.flatMap((queryTerm, number) =>
    markRelatives(queryTerm, number, queryTermOf, index),
  );
  for (const [number, { term }] of queryTerms.entries()) {
    const id = index.dictionary.idOf(term);
    if (id !== undefined) queryTermOf[id] = number + 1;
  }
  return {
    query,
    queryTerms,
    queryTermOf,
    relatives,
    weight:
      weightOf(
        queryTermsWhere(queryTerms, (queryTerm) => !queryTerm.isBackground),
        queryTerms,
      ) || 1,
    pairs: pairsOf(query, queryTerms),
    bigrams: bigramsOf(query, index),
    vocabularySize: index.dictionary.size,
  };
}

function queryTermFor(
  words: readonly QueryWord[],
  isBackground: boolean,
  index: LanguageIndex,
): QueryTerm {
  const [{ term, status } = { term: "", status: "unknown" }] = words;
  const share = isBackground ? BACKGROUND_SHARE : 1;
  const local = localIdf(term, index);
  const general = index.rarity.of(term) / MAX_BITS;
  return {
    term,
    local,
    general,
    share,
    weight: ((local + general) / 2) * share,
    isName: words.some((word) => word.isName),
    isEveryday: words.every((word) => word.isEveryday),
    isKnown: status !== "unknown",
    isUnknownInAnyForm: status === "unknown" && index.dictionary.relativesOf(term).length === 0,
    isBackground,
    people: isBackground ? [] : [...new Set(words.flatMap((word) => word.names))],
  };
}

function markRelatives(
  queryTerm: QueryTerm,
  number: number,
  queryTermOf: Int8Array,
  index: LanguageIndex,
): readonly string[] {
  if (queryTerm.isBackground) return [];
  const relatives = [
    ...index.dictionary.relativesOf(queryTerm.term),
    ...index.terms.near(queryTerm.term),
  ];
  for (const relative of relatives) {
    const id = index.dictionary.idOf(relative);
    if (id !== undefined) queryTermOf[id] ||= -(number + 1);
  }
  return relatives;
}

function pairsOf(query: Query, queryTerms: readonly QueryTerm[]): Pair[] {
  const numberOf = new Map(queryTerms.map(({ term }, number) => [term, number]));
  const numbers = query.words.map(({ term }) => numberOf.get(term));
  return numbers.slice(1).flatMap((second, number) => {
    const first = numbers[number];
    return first === undefined || second === undefined ? [] : [{ first, second }];
  });
}

function bigramsOf(query: Query, { terms, dictionary }: LanguageIndex): Set<number> {
  const ids = query.written.map((word) => dictionary.idOf(terms.of(word.text)));
  for (const { term, position } of query.words) ids[position] = dictionary.idOf(term);

  const found = new Set<number>();
  for (const [number, first] of ids.entries()) {
    const second = ids[number + 1];
    if (first !== undefined && second !== undefined) found.add(first * dictionary.size + second);
  }
  return found;
}
