import { bigrams, inOrder, nearPairs, pairs, together } from "./proximity.ts";
import type { Matches } from "./matches.ts";
import { CLASSES_WANTED } from "../../languages/token-classes.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import { type QueryTerm, queryTermsWhere, sumOver, weightOf } from "../query/query-terms.ts";
import type { AnswerType } from "../../languages/answer-type.ts";

/** What speaks for a passage; the score is their sum, weighted (see ranking-weights.json). */
export const FEATURES = [
  "bm25Local",
  "bm25General",
  "sentenceShare",
  "sentenceExact",
  "neighbours",
  "rarest",
  "missing",
  "bigrams",
  "pairs",
  "nearPairs",
  "together",
  "inOrder",
  "length",
  "time",
  "person",
  "number",
  "place",
  "reason",
  "names",
  "namesMissing",
] as const;

export type Feature = (typeof FEATURES)[number];

/** `meanLength`: in words, of the indexed passages. */
export function featuresOf(
  matches: Matches,
  indexed: IndexedPassage,
  compiled: CompiledQuery,
  meanLength: number,
): Readonly<Record<Feature, number>> {
  const { queryTerms } = compiled;
  const { inText, bySentence } = matches;
  const length = (indexed.length + 1) / meanLength;
  const names = queryTermsWhere(queryTerms, (queryTerm) => queryTerm.isName);
  const best = bestSentence(matches, compiled);
  const { answerType } = compiled.query;
  const held = hasAnswerType(matches, best, answerType) ? 1 : 0;
  // Spelt out: one shape for all is what makes reading a hundred of them quick.
  return {
    bm25Local: bm25(matches, queryTerms, length, "local"),
    bm25General: bm25(matches, queryTerms, length, "general"),
    sentenceShare: weightOf(bySentence[best] ?? 0, queryTerms) / compiled.weight,
    sentenceExact: weightiest(matches.exactBySentence, queryTerms),
    neighbours: weightiest(withNeighbours(bySentence), queryTerms),
    rarest: rarest(inText, queryTerms),
    missing: sumOver(~inText, queryTerms, (queryTerm) => queryTerm.weight ** 2),
    bigrams: bigrams(matches, indexed, compiled),
    pairs: pairs(matches, compiled),
    nearPairs: nearPairs(matches, queryTerms),
    together: together(matches, queryTerms),
    inOrder: inOrder(matches, queryTerms),
    length: Math.log(length),
    time: answerType === "time" ? held : 0,
    person: answerType === "person" ? held : 0,
    number: answerType === "number" || answerType === "duration" ? held : 0,
    place: answerType === "place" ? held : 0,
    reason: answerType === "reason" ? held : 0,
    names: weightOf(inText & names, queryTerms),
    namesMissing: weightOf(~inText & names, queryTerms),
  };
}

/** BM25's usual constants: how soon repetition stops counting, how much length matters. */
const SATURATION = 1.2;
const LENGTH_MATTERS = 0.75;

function bm25(
  { counts }: Matches,
  queryTerms: readonly QueryTerm[],
  length: number,
  rarity: "local" | "general",
): number {
  const damping = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length);
  let total = 0;
  for (const [number, queryTerm] of queryTerms.entries()) {
    const count = counts[number] ?? 0;
    total += (queryTerm.share * queryTerm[rarity] * count * (SATURATION + 1)) / (count + damping);
  }
  return total;
}

/** A sentence with the kind of thing asked for is preferred to one with a little more of the words. */
const WORTH_OF_WANTED_KIND = 0.3;

function bestSentence(matches: Matches, { queryTerms, query }: CompiledQuery): number {
  const wanted = CLASSES_WANTED[query.answerType];
  let best = 0;
  let most = -1;
  for (const [sentence, set] of matches.bySentence.entries()) {
    const holdsIt = ((matches.kindsBySentence[sentence] ?? 0) & wanted) !== 0;
    const score = weightOf(set, queryTerms) + (holdsIt ? WORTH_OF_WANTED_KIND : 0);
    if (score <= most) continue;
    most = score;
    best = sentence;
  }
  return best;
}

function hasAnswerType(
  { kindsBySentence }: Matches,
  sentence: number,
  answerType: AnswerType,
): boolean {
  return ((kindsBySentence[sentence] ?? 0) & CLASSES_WANTED[answerType]) !== 0;
}

function weightiest(sets: readonly number[], queryTerms: readonly QueryTerm[]): number {
  let most = 0;
  for (const set of sets) most = Math.max(most, weightOf(set, queryTerms));
  return most;
}

function withNeighbours(sets: readonly number[]): number[] {
  return sets.map((set, number) => (sets[number - 1] ?? 0) | set | (sets[number + 1] ?? 0));
}

function rarest(set: number, queryTerms: readonly QueryTerm[]): number {
  let most = 0;
  for (const [number, { weight }] of queryTerms.entries()) {
    if ((set & (1 << number)) !== 0) most = Math.max(most, weight);
  }
  return most;
}
