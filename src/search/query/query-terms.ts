/** A term that is looked for. */
export type QueryTerm = {
  readonly term: string;
  /** How much it tells among the passages searched, 0 to 1. */
  readonly local: number;
  /** How much it tells in the language at large, 0 to 1. */
  readonly general: number;
  /** 1, or less for what was said before. */
  readonly share: number;
  /** Both rarities half and half, times the share. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isEveryday: boolean;
  readonly isKnown: boolean;
  /** The articles lack it in every form: "Palestine" is not strange to "Palestinian". */
  readonly isStrange: boolean;
  /** From what was said before, not from the question itself. */
  readonly isBackground: boolean;
  /** Ids of the people whom the word names, or helps to name. */
  readonly people: readonly string[];
};

/** Adds up over a set of query terms, given as bits of a number. */
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

/** The query terms of which something is true, as bits of a number. */
export function queryTermsWhere(
  queryTerms: readonly QueryTerm[],
  isTrue: (queryTerm: QueryTerm) => boolean,
): number {
  let set = 0;
  for (const [number, queryTerm] of queryTerms.entries()) if (isTrue(queryTerm)) set |= 1 << number;
  return set;
}
