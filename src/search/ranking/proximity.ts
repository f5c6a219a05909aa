import type { Matches, TermMatch } from "./matches.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import type { QueryTerm } from "../query/query-terms.ts";

/** Two words of the question side by side as there, stop words too ("ruled by"). */
export function bigrams(
  { termMatches }: Matches,
  { terms }: IndexedPassage,
  compiled: CompiledQuery,
): number {
  const seen = new Set<number>();
  let total = 0;
  for (const { at, queryTerm, isExact } of termMatches) {
    if (!isExact) continue;
    for (const from of [at - 1, at]) {
      const pair = (terms[from] ?? -1) * compiled.vocabularySize + (terms[from + 1] ?? -1);
      if (!compiled.bigrams.has(pair) || seen.has(pair)) continue;
      seen.add(pair);
      total += weight(compiled.queryTerms, queryTerm);
    }
  }
  return total;
}

/** Neighbours in the question that are neighbours here, stop words left out; the rarer one counts. */
export function pairs({ termMatches }: Matches, compiled: CompiledQuery): number {
  const neighbours = new Set<number>();
  for (const [number, one] of termMatches.entries()) {
    const next = termMatches[number + 1];
    if (next?.contentAt === one.contentAt + 1)
      neighbours.add(pairOf(one.queryTerm, next.queryTerm));
  }
  let total = 0;
  for (const { first, second } of compiled.pairs) {
    if (!neighbours.has(pairOf(first, second))) continue;
    total += Math.max(weight(compiled.queryTerms, first), weight(compiled.queryTerms, second));
  }
  return total;
}

/** Words of meaning further apart than this have little to do with each other. */
const NEAR = 6;

/** Any two words of the question near each other in any order, the nearer the better. */
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

/** Any two words of the question in about one clause: both rare counts most. */
export function together({ termMatches }: Matches, queryTerms: readonly QueryTerm[]): number {
  return sumOfBest(
    termMatches,
    SAME_CLAUSE,
    (one, other) => weight(queryTerms, one.queryTerm) * weight(queryTerms, other.queryTerm),
  );
}

const QUERY_TERMS_AT_MOST = 32;

function pairOf(first: number, second: number): number {
  return first * QUERY_TERMS_AT_MOST + second;
}

/** `worth` may not grow with the distance: of each query term before, only the latest match is looked at. */
function sumOfBest(
  termMatches: readonly TermMatch[],
  reach: number,
  worth: (one: TermMatch, other: TermMatch) => number,
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
      best.set(pair, Math.max(best.get(pair) ?? 0, worth(one, other)));
    }
    latest.set(other.queryTerm, other);
  }
  let total = 0;
  for (const value of best.values()) total += value;
  return total;
}

/** The weightiest row of words in one sentence that stand in the question's order. `rows`: by their last query term. */
export function inOrder({ termMatches }: Matches, queryTerms: readonly QueryTerm[]): number {
  const rows = queryTerms.map(() => 0);
  let inSentence = -1;
  let best = 0;
  for (const { queryTerm, sentence } of termMatches) {
    if (sentence !== inSentence) rows.fill(0);
    inSentence = sentence;
    let before = 0;
    for (let earlier = 0; earlier < queryTerm; earlier += 1) {
      before = Math.max(before, rows[earlier] ?? 0);
    }
    const row = before + weight(queryTerms, queryTerm);
    rows[queryTerm] = Math.max(rows[queryTerm] ?? 0, row);
    best = Math.max(best, row);
  }
  return best;
}

function weight(queryTerms: readonly QueryTerm[], number: number): number {
  return queryTerms[number]?.weight ?? 0;
}
