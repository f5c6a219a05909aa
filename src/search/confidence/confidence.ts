import type { Article } from "../../article/article.ts";
import type { Verdict } from "../findings.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import { failedChecksOf, type FailedChecks } from "./answerability.ts";
import { parseTree, sumOfTrees, type Tree } from "../../learned/boosted-trees.ts";
import {
  CONFIDENCE_FEATURES,
  confidenceFeaturesOf,
  type ConfidenceValues,
} from "./confidence-features.ts";
import learned from "./confidence-model.json" with { type: "json" };

/** What is to be known of a question: does the first passage answer it, does one of the first three, is it on the topic? */
export type ConfidenceTarget = "answers" | "amongThree" | "onTopic";

/** How likely each is, 0 to 1. */
export type Likelihoods = Readonly<Record<ConfidenceTarget, number>>;

/** The least likelihood for a passage to be shown as the answer, for three as the closest, and for any as near. */
export type Thresholds = Readonly<Record<"answered" | "closest" | "near", number>>;

export type ConfidenceModel = {
  /** Boosted trees: the logistic function of the sum of their leaves is the likelihood. */
  readonly trees: Readonly<Record<ConfidenceTarget, readonly Tree[]>>;
  readonly thresholds: Thresholds;
};

const MODEL: ConfidenceModel = {
  trees: {
    answers: learned.trees.answers.map(parseTree),
    amongThree: learned.trees.amongThree.map(parseTree),
    onTopic: learned.trees.onTopic.map(parseTree),
  },
  thresholds: learned.thresholds,
};

/** What speaks for and against the first passage as the answer. */
type Evidence = {
  readonly features: ConfidenceValues;
  /** None if there is no passage. */
  readonly failedChecks: FailedChecks;
  readonly likelihoods: Likelihoods;
  readonly thresholds: Thresholds;
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
  const failedChecks = first ? failedChecksOf(first, compiled) : NO_CHECKS;
  const features = confidenceFeaturesOf(compiled, ranked, failedChecks);
  const isMarkedUp = first !== undefined && isByEditor(first.indexed.article);
  const { thresholds } = MODEL;
  const isBeside = failedChecks.has("matchesAnyTerm") && features.nearSentence < NEAR_ENOUGH;
  const likely = first && !isBeside ? likelihoodsOf(rowFrom(features), { isMarkedUp }) : UNLIKELY;
  const likelihoods = { ...likely, answers: answersAfterChecks(likely, features, failedChecks) };
  return {
    confidence: likelihoods.answers,
    verdict: verdictOn({ ...likelihoods, failedChecks: failedChecks.size }, thresholds),
    evidence: { features, failedChecks, likelihoods, thresholds },
  };
}

/** A passage without any word of the question is near only if its words are about as near as synonyms are. */
const NEAR_ENOUGH = 0.4;

/** However well it matches, a passage that fails a check is not shown as the answer. */
const JUST_BELOW = 0.001;

function answersAfterChecks(
  { answers }: Likelihoods,
  features: ConfidenceValues,
  failedChecks: FailedChecks,
): number {
  if (failedChecks.size > 0) return Math.min(answers, MODEL.thresholds.answered - JUST_BELOW);
  return hasAllThatIsNamed(features) ? Math.max(answers, RIGHT_WITH_ALL) : answers;
}

/** So many of such passages are right, of 180 that readers' questions found. */
const RIGHT_WITH_ALL = 0.85;
/** In tenths of the longest question: see `queryLength`. */
const FEW_TERMS = 0.3;
const STANDS_OUT = 0.5;
const ALL_BUT_ROUNDING = 0.999;

/** "Is the stadium mentioned?": a passage that has all of a few words in one sentence, and stands out. */
function hasAllThatIsNamed(features: ConfidenceValues): boolean {
  const { exactSentence, queryLength, softmax, asksAnswerType, asksForSpeech } = features;
  return (
    exactSentence > ALL_BUT_ROUNDING &&
    queryLength <= FEW_TERMS &&
    softmax >= STANDS_OUT &&
    asksAnswerType === 0 &&
    asksForSpeech === 0
  );
}

/** Whether somebody has marked the article up: leads and keywords are what only an editor writes. */
function isByEditor({ sections }: Article): boolean {
  return sections.some(({ passages }) =>
    passages.some(({ lead, keywords }) => lead !== undefined || keywords.length > 0),
  );
}

const NO_CHECKS: FailedChecks = new Map();
const UNLIKELY: Likelihoods = { answers: 0, amongThree: 0, onTopic: 0 };

/**
 * Added to the logarithm of the odds that a passage answers, in articles that an editor has marked up: what they say
 * is there to be asked for. Plain articles are all there is to learn from, so this is set by hand and judged by the
 * golden questions.
 */
const MARKED_UP = 1.2;

type LikelihoodOptions = {
  readonly isMarkedUp?: boolean;
  readonly trees?: ConfidenceModel["trees"];
};

/** No passage is likelier to answer than the question is to be on the topic. */
export function likelihoodsOf(
  row: Float64Array,
  { isMarkedUp = false, trees = MODEL.trees }: LikelihoodOptions = {},
): Likelihoods {
  const odds = isMarkedUp ? MARKED_UP : 0;
  const onTopic = logistic(sumOfTrees(trees.onTopic, row));
  return {
    answers: Math.min(logistic(sumOfTrees(trees.answers, row) + odds), onTopic),
    amongThree: Math.min(logistic(sumOfTrees(trees.amongThree, row)), onTopic),
    onTopic,
  };
}

/** The values in the order in which the trees number them. */
export function rowFrom(features: ConfidenceValues): Float64Array {
  const row = new Float64Array(CONFIDENCE_FEATURES.length);
  for (const [at, feature] of CONFIDENCE_FEATURES.entries()) row[at] = features[feature];
  return row;
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** The one place that decides what a reply makes of the passages found. `failedChecks`: how many. */
export function verdictOn(
  { answers, amongThree, onTopic, failedChecks }: Likelihoods & { readonly failedChecks: number },
  { answered, closest, near }: Thresholds,
): Verdict {
  if (answers >= answered) return "answered";
  if (amongThree >= closest && failedChecks === 0) return "closest";
  return onTopic >= near ? "near" : "nothing";
}
