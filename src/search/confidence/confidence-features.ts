import type { AnswerType } from "../../languages/answer-type.ts";
import { ANSWER_TYPE_CLASSES, TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import { type QueryTerm, queryTermsWhere, sumOver, weightOf } from "../query/query-terms.ts";
import { CHECK_NAMES, type FailedChecks } from "./answerability.ts";
import { SPEECH_FEATURES, speechFeaturesOf } from "./speech-features.ts";
import { hasAnswerTypeFeature } from "../ranking/features.ts";
import type { RankedPassage } from "../ranking/ranking.ts";

/** The first passage's ranking features that tell more than their sum does. */
const OF_FIRST = [
  "nearPassage",
  "nearSentence",
  "nearMissing",
  "aboutSentence",
  "aboutPassage",
  "sentenceShare",
  "rarest",
  "missing",
  "bigrams",
  "pairs",
  "together",
  "inOrder",
  "names",
  "namesMissing",
  "length",
] as const;

const ASKS_FEATURES = [
  "asksTime",
  "asksPerson",
  "asksNumber",
  "asksPlace",
  "asksReason",
  "asksManner",
] as const;

/** Features that predict whether the first passage answers; they mean the same for articles of any size. */
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
  "second",
  "third",
  "entropy",
  "position",
  "bestNear",
  ...ASKS_FEATURES,
  ...OF_FIRST,
  ...SPEECH_FEATURES,
  ...CHECK_NAMES,
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

export type ConfidenceValues = Readonly<Record<ConfidenceFeature, number>>;

export function confidenceFeaturesOf(
  compiled: CompiledQuery,
  ranked: readonly RankedPassage[],
  failedChecks: FailedChecks,
): ConfidenceValues {
  const { queryTerms, weight, query } = compiled;
  const [first] = ranked;
  const shares = softmaxOf(ranked);
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  const names = asked & queryTermsWhere(queryTerms, ({ isName }) => isName);
  const unknown = asked & queryTermsWhere(queryTerms, ({ isKnown }) => !isKnown);
  const found = (first?.matches.anywhere ?? 0) & asked;
  const corrected = query.topic.filter(({ status }) => status === "corrected");
  return {
    exactSentence: atMostOne((first?.features.sentenceExact ?? 0) / weight),
    unknown: weightOf(unknown, queryTerms) / weight,
    unknownNames: atMostOne(count(unknown & names) / MANY_UNKNOWN_NAMES),
    margin: margin(ranked),
    softmax: shares[0] ?? 0,
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
    second: shares[1] ?? 0,
    third: shares[2] ?? 0,
    entropy: entropyOf(shares),
    position: Math.log(1 + (first?.indexed.position ?? 0)),
    ...asksFor(query.answerType),
    bestNear: Math.max(0, ...ranked.map(({ features }) => features.nearSentence)),
    ...valuesOfFirst(first),
    ...speechFeaturesOf(first, compiled),
    ...failures(failedChecks),
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

/** How likely each passage is to be the right one if any is: what ranking weights are trained for. */
function softmaxOf(ranked: readonly RankedPassage[]): number[] {
  const exponentials = ranked.map(({ score }) => Math.exp(score - (ranked[0]?.score ?? 0)));
  const total = exponentials.reduce((sum, exponential) => sum + exponential, 0);
  return exponentials.map((exponential) => exponential / total);
}

/** 0 if one passage stands out, and high if many may be right. */
function entropyOf(shares: readonly number[]): number {
  return -shares.reduce((sum, share) => sum + share * Math.log(share || 1), 0);
}

// Spelt out rather than computed from a list: one object shape keeps it fast.
function asksFor(answerType: AnswerType): Readonly<Record<(typeof ASKS_FEATURES)[number], number>> {
  return {
    asksTime: answerType === "time" ? 1 : 0,
    asksPerson: answerType === "person" ? 1 : 0,
    asksNumber: answerType === "number" ? 1 : 0,
    asksPlace: answerType === "place" ? 1 : 0,
    asksReason: answerType === "reason" ? 1 : 0,
    asksManner: answerType === "manner" ? 1 : 0,
  };
}

function failures(failed: FailedChecks): Readonly<Record<(typeof CHECK_NAMES)[number], number>> {
  return {
    matchesAnyTerm: failed.has("matchesAnyTerm") ? 1 : 0,
    matchesMoreThanNames: failed.has("matchesMoreThanNames") ? 1 : 0,
    usesEveryName: failed.has("usesEveryName") ? 1 : 0,
    hasTimeOrNumber: failed.has("hasTimeOrNumber") ? 1 : 0,
    coversHalf: failed.has("coversHalf") ? 1 : 0,
    hasWhatIsCounted: failed.has("hasWhatIsCounted") ? 1 : 0,
    hasWhatIsListed: failed.has("hasWhatIsListed") ? 1 : 0,
    hasAskedQuantity: failed.has("hasAskedQuantity") ? 1 : 0,
    numbersWhatIsCounted: failed.has("numbersWhatIsCounted") ? 1 : 0,
    hasValueBesideTopic: failed.has("hasValueBesideTopic") ? 1 : 0,
    hasValueOfWhoIsNamed: failed.has("hasValueOfWhoIsNamed") ? 1 : 0,
    hasWordsOfWhoIsAsked: failed.has("hasWordsOfWhoIsAsked") ? 1 : 0,
  };
}

function valuesOfFirst(
  first: RankedPassage | undefined,
): Readonly<Record<(typeof OF_FIRST)[number], number>> {
  const { features } = first ?? {};
  return {
    nearPassage: features?.nearPassage ?? 0,
    nearSentence: features?.nearSentence ?? 0,
    nearMissing: features?.nearMissing ?? 0,
    aboutSentence: features?.aboutSentence ?? 0,
    aboutPassage: features?.aboutPassage ?? 0,
    sentenceShare: features?.sentenceShare ?? 0,
    rarest: features?.rarest ?? 0,
    missing: features?.missing ?? 0,
    bigrams: features?.bigrams ?? 0,
    pairs: features?.pairs ?? 0,
    together: features?.together ?? 0,
    inOrder: features?.inOrder ?? 0,
    names: features?.names ?? 0,
    namesMissing: features?.namesMissing ?? 0,
    length: features?.length ?? 0,
  };
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
