import { ANSWER_TYPE_CLASSES, TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import { type QueryTerm, queryTermsWhere, sumOver, weightOf } from "../query/query-terms.ts";
import { hasAnswerTypeFeature } from "../ranking/features.ts";
import type { RankedPassage } from "../ranking/ranking.ts";

/** Features that predict whether the first passage answers; about 0 to 1 for articles of any size. */
export const CONFIDENCE_FEATURES = [
  "exactSentence",
  "unknown",
  "unknownNames",
  "margin",
  "softmax",
  "matchedWeight",
  "proximity",
  "queryLength",
  "asksAnswerType",
  "hasAnswerType",
  "missingNames",
  "generalIdf",
  "topic",
  "unknownCount",
  "rarestMissing",
  "corrected",
  "score",
  "negated",
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

/** The sign that training allows each weight; otherwise it would learn what only holds for encyclopedias. */
export const DIRECTION: Readonly<Record<ConfidenceFeature, "for" | "against">> = {
  exactSentence: "for",
  unknown: "against",
  unknownNames: "against",
  margin: "for",
  softmax: "for",
  matchedWeight: "for",
  proximity: "for",
  queryLength: "against",
  asksAnswerType: "against",
  hasAnswerType: "for",
  missingNames: "against",
  generalIdf: "for",
  topic: "for",
  unknownCount: "against",
  rarestMissing: "against",
  corrected: "against",
  score: "for",
  negated: "against",
};

export type ConfidenceValues = Readonly<Record<ConfidenceFeature, number>>;

export function confidenceFeaturesOf(
  compiled: CompiledQuery,
  ranked: readonly RankedPassage[],
): ConfidenceValues {
  const { queryTerms, weight, query } = compiled;
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  const names = asked & queryTermsWhere(queryTerms, ({ isName }) => isName);
  const unknown = asked & queryTermsWhere(queryTerms, ({ isKnown }) => !isKnown);
  const [first] = ranked;
  const found = (first?.matches.anywhere ?? 0) & asked;
  const corrected = query.topic.filter(({ status }) => status === "corrected");
  return {
    exactSentence: atMostOne((first?.features.sentenceExact ?? 0) / weight),
    unknown: weightOf(unknown, queryTerms) / weight,
    unknownNames: atMostOne(count(unknown & names) / MANY_UNKNOWN_NAMES),
    margin: margin(ranked),
    softmax: softmaxOfFirst(ranked),
    matchedWeight: atMostOne(weightOf(found, queryTerms) / HIGH_MATCHED_WEIGHT),
    proximity: atMostOne((first?.features.nearPairs ?? 0) / weight),
    queryLength: atMostOne(count(asked) / LONG_QUERY),
    asksAnswerType: ANSWER_TYPE_CLASSES[query.answerType] === 0 ? 0 : 1,
    hasAnswerType: first && hasAnswerTypeFeature(first.features) ? 1 : 0,
    missingNames: weightOf(names & ~found, queryTerms) / weight,
    generalIdf: cubedIdf(found, queryTerms) / (cubedIdf(asked, queryTerms) || 1),
    topic: atMostOne(sumOver(found, queryTerms, topicality)),
    unknownCount: count(unknown) / Math.max(1, count(asked)),
    rarestMissing: highestIdf(asked & ~found, queryTerms),
    corrected: atMostOne(corrected.length / MANY_CORRECTED),
    score: atMostOne(Math.max(0, first?.score ?? 0) / HIGH_SCORE),
    negated: query.isNegated && !hasNegation(first) ? 1 : 0,
  };
}

/** Where features saturate: beyond these, more makes no difference. */
const MANY_UNKNOWN_NAMES = 2;
const MANY_CORRECTED = 2;
const HIGH_MATCHED_WEIGHT = 3;
const LONG_QUERY = 10;
const HIGH_SCORE = 15;
const CLEAR_MARGIN = 4;

function atMostOne(value: number): number {
  return Math.min(1, value);
}

/** Lead over the second passage. */
function margin([first, second]: readonly RankedPassage[]): number {
  if (!first) return 0;
  return atMostOne((first.score - (second?.score ?? 0)) / CLEAR_MARGIN);
}

/** How likely the first passage is to be the right one if any is: what ranking weights are trained for. */
function softmaxOfFirst(ranked: readonly RankedPassage[]): number {
  const [first] = ranked;
  let total = 0;
  for (const { score } of ranked) total += Math.exp(score - (first?.score ?? 0));
  return total === 0 ? 0 : 1 / total;
}

/** The cube lets the rarest terms dominate. */
function cubedIdf(set: number, queryTerms: readonly QueryTerm[]): number {
  return sumOver(set, queryTerms, ({ general }) => general ** 3);
}

/** High for terms that are rare in the language but common in these articles: what they are about. */
function topicality({ general, local }: QueryTerm): number {
  return general ** 2 * (1 - local);
}

function highestIdf(set: number, queryTerms: readonly QueryTerm[]): number {
  let highest = 0;
  for (const [number, { general }] of queryTerms.entries()) {
    if ((set & (1 << number)) !== 0) highest = Math.max(highest, general);
  }
  return highest;
}

/** Articles mostly say what is the case; a passage that says what is not contains a negation. */
function hasNegation(first: RankedPassage | undefined): boolean {
  return (first?.matches.classesBySentence ?? []).some(
    (classes) => (classes & TOKEN_CLASS.negation) !== 0,
  );
}

function count(set: number): number {
  let rest = set;
  let total = 0;
  for (; rest !== 0; rest &= rest - 1) total += 1;
  return total;
}
