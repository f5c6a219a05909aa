/** A term to match. A set of query terms is a number with a bit for each. */
export type QueryTerm = {
  readonly term: string;
  /** The terms that match it in their own right: several for a word of another language. */
  readonly senses: readonly string[];
  /** Inverse document frequency among the passages searched, 0 to 1. */
  readonly local: number;
  /** Rarity in the language as a whole, 0 to 1. */
  readonly general: number;
  /** 1, or less for background. */
  readonly share: number;
  /** The mean of both rarities, times the share. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isEveryday: boolean;
  readonly isKnown: boolean;
  /** False for "Palestine" if the articles have "Palestinian". */
  readonly isUnknownInAnyForm: boolean;
  /** From an earlier turn, not from the question itself. */
  readonly isBackground: boolean;
  /** Ids of the people whom it names or helps to name. */
  readonly people: readonly string[];
};

/** Sums a value over a set of query terms. */
export function sumOver(
  set: number,
  queryTerms: readonly QueryTerm[],
  of: (queryTerm: QueryTerm) => number,
): number {
  let total = 0;
  for (let number = 0; number < queryTerms.length; number += 1) {
    const queryTerm = queryTerms[number];
    if (queryTerm !== undefined && (set & (1 << number)) !== 0) total += of(queryTerm);
  }
  return total;
}

export function weightOf(set: number, queryTerms: readonly QueryTerm[]): number {
  return sumOver(set, queryTerms, (queryTerm) => queryTerm.weight);
}

/** The set of query terms for which something is true. */
export function queryTermsWhere(
  queryTerms: readonly QueryTerm[],
  isTrue: (queryTerm: QueryTerm) => boolean,
): number {
  let set = 0;
  for (const [number, queryTerm] of queryTerms.entries()) if (isTrue(queryTerm)) set |= 1 << number;
  return set;
}
