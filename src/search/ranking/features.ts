import { ANSWER_TYPE_CLASSES } from "../../languages/token-classes.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import { type QueryTerm, queryTermsWhere, sumOver, weightOf } from "../query/query-terms.ts";
import { editorialFeatures, type EditorialFeature } from "./editorial-features.ts";
import type { Matches } from "./matches.ts";
import type { MeaningValues } from "./meaning.ts";
import { bigrams, nearPairs, pairs, together } from "./proximity.ts";

/** Features of a passage whose weights are learned (ranking-weights.json). */
export const RANKING_FEATURES = [
  "sentenceShare",
  "sentenceExact",
  "rarest",
  "missing",
  "bigrams",
  "pairs",
  "nearPairs",
  "together",
  "length",
  "time",
  "person",
  "number",
  "place",
  "reason",
  "names",
  "namesMissing",
  "engine",
  "nearPassage",
  "nearSentence",
  "nearMissing",
  "aboutSentence",
  "aboutPassage",
] as const;

export type RankingFeature = (typeof RANKING_FEATURES)[number];

/** The value of every feature; the score is their sum, weighted by how long the question is. */
export type FeatureValues = Readonly<Record<RankingFeature | EditorialFeature, number>> & {
  /** 0 for the shortest questions to 1 for the longest. */
  readonly questionLength: number;
  /** How near the passage is to the one shown last: see `nearShown`. */
  readonly nearShown: number;
};

type Surroundings = {
  /** Mean number of words of the indexed passages. */
  readonly meanLength: number;
  /** MiniSearch's score of the passage, divided by the best of the question; 0 if it did not propose it. */
  readonly engine: number;
  readonly meaning: MeaningValues;
  readonly nearShown?: number;
};

export function featuresOf(
  matches: Matches,
  indexed: IndexedPassage,
  compiled: CompiledQuery,
  { meanLength, engine, meaning, nearShown = 0 }: Surroundings,
): FeatureValues {
  const { queryTerms } = compiled;
  const { inText, bySentence } = matches;
  const length = (indexed.length + 1) / meanLength;
  const names = queryTermsWhere(queryTerms, (queryTerm) => queryTerm.isName);
  const best = bestSentence(matches, compiled);
  const { answerType } = compiled.query;
  const hasType = hasAnswerTypeIn(best, matches, compiled) ? 1 : 0;
  const { speaker, context, heading, lead, keywords } = editorialFeatures(
    matches,
    indexed,
    compiled,
  );
  // Spelt out rather than computed from a list: one object shape keeps ranking fast.
  return {
    sentenceShare: weightOf(bySentence[best] ?? 0, queryTerms) / compiled.weight,
    sentenceExact: heaviest(matches.exactBySentence, queryTerms),
    rarest: rarest(inText, queryTerms),
    missing: sumOver(~inText, queryTerms, (queryTerm) => queryTerm.weight ** 2),
    bigrams: bigrams(matches, indexed, compiled),
    pairs: pairs(matches, indexed, compiled),
    nearPairs: nearPairs(matches, queryTerms),
    together: together(matches, queryTerms),
    length: Math.log(length),
    time: answerType === "time" ? hasType : 0,
    person: answerType === "person" ? hasType : 0,
    number: answerType === "number" || answerType === "duration" ? hasType : 0,
    place: answerType === "place" ? hasType : 0,
    reason: answerType === "reason" ? hasType : 0,
    names: weightOf(inText & names, queryTerms),
    namesMissing: weightOf(~inText & names, queryTerms),
    engine,
    nearPassage: meaning.nearPassage,
    nearSentence: meaning.nearSentence,
    nearMissing: meaning.nearMissing,
    aboutSentence: meaning.aboutSentence,
    aboutPassage: meaning.aboutPassage,
    speaker,
    context,
    heading,
    lead,
    keywords,
    questionLength: lengthOf(compiled),
    nearShown,
  };
}

/** In query terms. */
const SHORT_QUESTION = 3;
const LONG_QUESTION = 7;

/** 0 for a short question to 1 for a long one. */
export function lengthOf({ queryTerms }: CompiledQuery): number {
  const own = queryTerms.filter(({ isBackground }) => !isBackground).length;
  return Math.min(1, Math.max(0, (own - SHORT_QUESTION) / (LONG_QUESTION - SHORT_QUESTION)));
}

/** Whether the best sentence has a word of the answer type. At most one of the five is not 0. */
export function hasAnswerTypeFeature(features: FeatureValues): boolean {
  const { time, person, number, place, reason } = features;
  return time + person + number + place + reason > 0;
}

/** A word of the answer type makes up for slightly fewer matched terms. */
const ANSWER_TYPE_BONUS = 0.3;

function bestSentence(matches: Matches, compiled: CompiledQuery): number {
  let best = 0;
  let most = -1;
  for (const [sentence, set] of matches.bySentence.entries()) {
    const bonus = hasAnswerTypeIn(sentence, matches, compiled) ? ANSWER_TYPE_BONUS : 0;
    const score = weightOf(set, compiled.queryTerms) + bonus;
    if (score <= most) continue;
    most = score;
    best = sentence;
  }
  return best;
}

function hasAnswerTypeIn(
  sentence: number,
  { classesBySentence }: Matches,
  { query }: CompiledQuery,
): boolean {
  return ((classesBySentence[sentence] ?? 0) & ANSWER_TYPE_CLASSES[query.answerType]) !== 0;
}

function heaviest(sets: readonly number[], queryTerms: readonly QueryTerm[]): number {
  let most = 0;
  for (const set of sets) most = Math.max(most, weightOf(set, queryTerms));
  return most;
}

function rarest(set: number, queryTerms: readonly QueryTerm[]): number {
  let most = 0;
  for (const [number, { weight }] of queryTerms.entries()) {
    if ((set & (1 << number)) !== 0) most = Math.max(most, weight);
  }
  return most;
}
