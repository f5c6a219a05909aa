import { ANSWER_TYPE_CLASSES } from "../../languages/token-classes.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import { type QueryTerm, queryTermsWhere, sumOver, weightOf } from "../query/query-terms.ts";
import { CHECK_NAMES, type CheckName, type FailedChecks } from "./answerability.ts";
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
  const { answerType } = query;
  const of = first?.features;
  const speech = speechFeaturesOf(first, compiled);
  const fails = (name: CheckName) => (failedChecks.has(name) ? 1 : 0);
  // Spelt out rather than put together from parts: one object shape keeps it fast.
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
    second: shares[1] ?? 0,
    third: shares[2] ?? 0,
    entropy: entropyOf(shares),
    position: Math.log(1 + (first?.indexed.position ?? 0)),
    bestNear: Math.max(0, ...ranked.map(({ features }) => features.nearSentence)),
    asksTime: answerType === "time" ? 1 : 0,
    asksPerson: answerType === "person" ? 1 : 0,
    asksNumber: answerType === "number" ? 1 : 0,
    asksPlace: answerType === "place" ? 1 : 0,
    asksReason: answerType === "reason" ? 1 : 0,
    asksManner: answerType === "manner" ? 1 : 0,
    nearPassage: of?.nearPassage ?? 0,
    nearSentence: of?.nearSentence ?? 0,
    nearMissing: of?.nearMissing ?? 0,
    aboutSentence: of?.aboutSentence ?? 0,
    aboutPassage: of?.aboutPassage ?? 0,
    sentenceShare: of?.sentenceShare ?? 0,
    rarest: of?.rarest ?? 0,
    missing: of?.missing ?? 0,
    bigrams: of?.bigrams ?? 0,
    pairs: of?.pairs ?? 0,
    together: of?.together ?? 0,
    names: of?.names ?? 0,
    namesMissing: of?.namesMissing ?? 0,
    length: of?.length ?? 0,
    asksForSpeech: speech.asksForSpeech,
    hasSpeech: speech.hasSpeech,
    saidByNamed: speech.saidByNamed,
    quotesNamed: speech.quotesNamed,
    matchesAnyTerm: fails("matchesAnyTerm"),
    matchesMoreThanNames: fails("matchesMoreThanNames"),
    usesEveryName: fails("usesEveryName"),
    hasTimeOrNumber: fails("hasTimeOrNumber"),
    coversHalf: fails("coversHalf"),
    hasWhatIsCounted: fails("hasWhatIsCounted"),
    hasWhatIsListed: fails("hasWhatIsListed"),
    hasAskedQuantity: fails("hasAskedQuantity"),
    numbersWhatIsCounted: fails("numbersWhatIsCounted"),
    hasValueBesideTopic: fails("hasValueBesideTopic"),
    hasValueOfWhoIsNamed: fails("hasValueOfWhoIsNamed"),
    hasWordsOfWhoIsAsked: fails("hasWordsOfWhoIsAsked"),
    hasNegationAsAsked: fails("hasNegationAsAsked"),
    keepsRoles: fails("keepsRoles"),
    saysWhatIsDone: fails("saysWhatIsDone"),
    hasAgeOfWhoIsAsked: fails("hasAgeOfWhoIsAsked"),
    hasNameAskedFor: fails("hasNameAskedFor"),
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

function count(set: number): number {
  let rest = set;
  let total = 0;
  for (; rest !== 0; rest &= rest - 1) total += 1;
  return total;
}
