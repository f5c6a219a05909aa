import type { ExactWeights } from "../exact-weights.ts";
import type { Verdict } from "../findings.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import { queryTermsWhere, weightOf, type QueryTerm } from "../query/query-terms.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import { failedChecksOf, worstOf, type FailedChecks } from "./answerability.ts";
import type { Answerability } from "./answerability-check.ts";
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeature,
  confidenceFeaturesOf,
  type ConfidenceValues,
} from "./confidence-features.ts";
import learned from "./confidence-weights.json" with { type: "json" };

const WEIGHTS: ExactWeights<ConfidenceFeature, typeof learned.weights> = learned.weights;

/** However well it matches, a passage that fails a check is at most shown as close, not as the answer. */
const LIMIT: Readonly<Record<Answerability, number>> = {
  answers: 1,
  near: learned.answeredFrom - 0.001,
  elsewhere: learned.unsureFrom - 0.001,
  nothing: 0,
};

/** How likely the first passage is to answer, 0 to 1: logistic regression, capped by answerability. */
export function confidenceIn(features: ConfidenceValues, answerability: Answerability): number {
  let sum = learned.intercept;
  for (const feature of CONFIDENCE_FEATURES) sum += WEIGHTS[feature] * features[feature];
  return Math.min(LIMIT[answerability], 1 / (1 + Math.exp(-sum)));
}

/** What speaks for and against the first passage as the answer. */
export type Evidence = {
  readonly features: ConfidenceValues;
  /** None if there is no passage. */
  readonly failedChecks: FailedChecks;
  /** How much of what the question itself is about the passage has, everyday words aside: 0 to 1, by weight. */
  readonly topicShare: number;
  /** The confidence from which a passage is shown as the answer. */
  readonly answeredFrom: number;
};

/** What a search concludes on its first passage. */
export type Conclusion = {
  /** How likely it is to answer, 0 to 1. Comparable across questions. */
  readonly confidence: number;
  readonly verdict: Verdict;
  readonly evidence: Evidence;
};

export function conclude(compiled: CompiledQuery, ranked: readonly RankedPassage[]): Conclusion {
  const [first] = ranked;
  const features = confidenceFeaturesOf(compiled, ranked);
  const failedChecks = first ? failedChecksOf(first, compiled) : NO_CHECKS;
  const confidence = confidenceIn(features, first ? worstOf(failedChecks) : "nothing");
  const evidence = {
    features,
    failedChecks,
    topicShare: topicShareOf(first, compiled),
    answeredFrom: THRESHOLDS.answered,
  };
  return { confidence, verdict: verdictOn(confidence, evidence), evidence };
}

const NO_CHECKS: FailedChecks = new Map();

function topicShareOf(first: RankedPassage | undefined, { queryTerms }: CompiledQuery): number {
  const topic = queryTermsWhere(queryTerms, isTopic);
  const { anywhere = 0, inText = 0, exactBySentence = [] } = first?.matches ?? {};
  const found = topic & anywhere;
  if (found === 0) return 0;
  const exact = exactBySentence.reduce((all, sentence) => all | sentence, 0);
  const relatives = weightOf(found & inText & ~exact, queryTerms);
  return (weightOf(found, queryTerms) - relatives / 2) / weightOf(topic, queryTerms);
}

function isTopic({ isBackground, isEveryday }: QueryTerm): boolean {
  return !isBackground && !isEveryday;
}

/** With less of the topic, a passage shares a word with the question by chance: "the solar system". */
const MIN_TOPIC_SHARE = 0.4;

/** From which confidence a passage is shown as the answer, or as one that may be it. */
const THRESHOLDS = { answered: learned.answeredFrom, closest: learned.unsureFrom } as const;

/** The one place that decides what a reply makes of the passages found. */
export function verdictOn(confidence: number, evidence: Evidence): Verdict {
  if (confidence >= THRESHOLDS.answered) return "answered";
  if (confidence < THRESHOLDS.closest) {
    return evidence.topicShare >= MIN_TOPIC_SHARE ? "near" : "nothing";
  }
  const { asksAnswerType, hasAnswerType } = evidence.features;
  const lacksType = asksAnswerType > 0 && hasAnswerType === 0;
  return lacksType || evidence.failedChecks.size > 0 ? "near" : "closest";
}
