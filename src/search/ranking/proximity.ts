import type { Matches, TermMatch } from "./matches.ts";
import { type CompiledQuery, RELATIVE } from "../query/compile-query.ts";
import type { IndexedPassage, MeantRecord } from "../index/indexed-passage.ts";
import type { QueryTerm } from "../query/query-terms.ts";

/** Adjacent words of the question that are adjacent here too, in the same order; stop words count ("ruled by"). */
export function bigrams(
  { termMatches }: Matches,
  { terms, meant }: IndexedPassage,
  compiled: CompiledQuery,
): number {
  const seen = new Set<number>();
  let total = 0;
  for (const [first, second] of meantPairs(meant, termMatches, compiled)) {
    const pair = first * compiled.vocabularySize + second;
    if (!compiled.bigrams.has(pair) || seen.has(pair)) continue;
    seen.add(pair);
    total += weight(compiled.queryTerms, queryTermOf(first, compiled));
  }
  for (const { term, at, length, queryTerm, isExact } of termMatches) {
    if (!isExact) continue;
    const [before, after] = [terms[at - length] ?? -1, terms[at + 1] ?? -1];
    for (const [first, second] of [
      [before, term],
      [term, after],
    ] as const) {
      const pair = first * compiled.vocabularySize + second;
      if (!compiled.bigrams.has(pair) || seen.has(pair)) continue;
      seen.add(pair);
      total += weight(compiled.queryTerms, queryTerm);
    }
  }
  return total;
}

/** Like bigrams, but ignores stop words and allows relatives; a pair counts the heavier of its weights. */
export function pairs(
  { termMatches }: Matches,
  { meant }: IndexedPassage,
  compiled: CompiledQuery,
): number {
  const neighbours = new Set<number>();
  for (const names of meantPairs(meant, termMatches, compiled)) {
    const [first, second] = names.map((term) => queryTermOf(term, compiled));
    if (first !== undefined && second !== undefined) neighbours.add(pairOf(first, second));
  }
  for (const [number, one] of termMatches.entries()) {
    const next = termMatches[number + 1];
    if (!next || !areNeighbours(one, next)) continue;
    neighbours.add(pairOf(one.queryTerm, next.queryTerm));
  }
  let total = 0;
  for (const { first, second } of compiled.pairs) {
    if (!neighbours.has(pairOf(first, second))) continue;
    total += Math.max(weight(compiled.queryTerms, first), weight(compiled.queryTerms, second));
  }
  return total;
}

/** Query terms that a single term matches are neighbours as well. */
function areNeighbours(one: TermMatch, next: TermMatch): boolean {
  return one.at === next.at || next.contentAt - next.contentLength === one.contentAt;
}

/** In content words. Words further apart rarely belong together. */
const NEAR = 6;

/** Pairs of query terms near each other in any order; closer pairs count more. */
export function nearPairs({ termMatches }: Matches, queryTerms: readonly QueryTerm[]): number {
  return sumOfBest(termMatches, NEAR, (one, other) => {
    const distance = Math.max(1, other.contentAt - one.contentAt);
    return (
      Math.min(weight(queryTerms, one.queryTerm), weight(queryTerms, other.queryTerm)) / distance
    );
  });
}

/** About the length of a clause. */
const SAME_CLAUSE = 12;

/** Pairs of query terms in about the same clause; counts most if both are rare. */
export function together({ termMatches }: Matches, queryTerms: readonly QueryTerm[]): number {
  return sumOfBest(
    termMatches,
    SAME_CLAUSE,
    (one, other) => weight(queryTerms, one.queryTerm) * weight(queryTerms, other.queryTerm),
  );
}

const QUERY_TERM_BITS = 32;

function pairOf(first: number, second: number): number {
  return first * QUERY_TERM_BITS + second;
}

/**
 * Sums the best value of every pair of query terms. `valueOf` must not grow with the distance, because
 * only the latest match of each earlier query term is compared.
 */
function sumOfBest(
  termMatches: readonly TermMatch[],
  reach: number,
  valueOf: (one: TermMatch, other: TermMatch) => number,
): number {
  const best = new Map<number, number>();
  const latest = new Map<number, TermMatch>();
  for (const other of termMatches) {
    for (const one of latest.values()) {
      if (one.queryTerm === other.queryTerm || other.contentAt - one.contentAt > reach) continue;
      const pair = pairOf(
        Math.min(one.queryTerm, other.queryTerm),
        Math.max(one.queryTerm, other.queryTerm),
      );
      best.set(pair, Math.max(best.get(pair) ?? 0, valueOf(one, other)));
    }
    latest.set(other.queryTerm, other);
  }
  let total = 0;
  for (const value of best.values()) total += value;
  return total;
}

/** The words of a name stand side by side where "she" means it, if none of them is there as well. */
function meantPairs(
  { terms, sentenceOf }: MeantRecord,
  termMatches: readonly TermMatch[],
  { matchedBy }: CompiledQuery,
): (readonly [first: number, second: number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = 1; at < terms.length; at += 1) {
    const [first, second] = [terms[at - 1] ?? 0, terms[at] ?? 0];
    // Most names are not in the question.
    if (((matchedBy[first] ?? 0) | (matchedBy[second] ?? 0)) === 0) continue;
    const inSentence = sentenceOf[at];
    const isWritten = termMatches.some(
      ({ term, sentence }) => sentence === inSentence && (term === first || term === second),
    );
    if (!isWritten && sentenceOf[at - 1] === inSentence) found.push([first, second]);
  }
  return found;
}

/** The query term that a term matches; -1 if none. */
function queryTermOf(term: number, { matchedBy }: CompiledQuery): number {
  const matched = (matchedBy[term] ?? 0) & ~RELATIVE;
  return LAST_BIT - Math.clz32(matched & -matched);
}

const LAST_BIT = 31;

function weight(queryTerms: readonly QueryTerm[], number: number): number {
  return queryTerms[number]?.weight ?? 0;
}
