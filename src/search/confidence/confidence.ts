import type { Verdict } from "../findings.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import { failedChecksOf, type FailedChecks } from "./answerability.ts";
import { type Forest, forestOf, parseTree, sumOfTrees } from "../../learned/boosted-trees.ts";
import { confidenceFeaturesOf, type ConfidenceValues } from "./confidence-features.ts";
import learned from "./confidence-model.json" with { type: "json" };

/** What is to be known of a question: does the first passage answer it, does one of the first three, is it on the topic? */
export type ConfidenceTarget = "answers" | "amongThree" | "onTopic";

/** How likely each is, 0 to 1. */
export type Likelihoods = Readonly<Record<ConfidenceTarget, number>>;

/** The least likelihood for a passage to be shown as the answer, for three as the closest, and for any as near. */
export type Thresholds = Readonly<Record<"answered" | "closest" | "near", number>>;

export type ConfidenceModel = {
  /** Boosted trees: the logistic function of the sum of their leaves is the likelihood. */
  readonly trees: Readonly<Record<ConfidenceTarget, Forest>>;
  readonly thresholds: Thresholds;
};

const MODEL: ConfidenceModel = {
  trees: {
    answers: forestOf(learned.trees.answers.map(parseTree)),
    amongThree: forestOf(learned.trees.amongThree.map(parseTree)),
    onTopic: forestOf(learned.trees.onTopic.map(parseTree)),
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
  const failedChecks = failedChecksOf(first, compiled);
  const features = confidenceFeaturesOf(compiled, ranked, failedChecks);
  const isMarkedUp = first?.indexed.isMarkedUp === true && features.unknown < MUCH_UNKNOWN;
  const { thresholds } = MODEL;
  const isBeside = failedChecks.has("matchesAnyTerm") && features.nearSentence < NEAR_ENOUGH;
  const likely = first && !isBeside ? likelihoodsOf(rowFrom(features), { isMarkedUp }) : UNLIKELY;
  const { amongThree, onTopic } = likely;
  const answers = answersAfterChecks(likely, features, failedChecks);
  const likelihoods: Likelihoods = { answers, amongThree, onTopic };
  return {
    confidence: answers,
    verdict: verdictOn(
      { answers, amongThree, onTopic, failedChecks: failedChecks.size },
      thresholds,
    ),
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

/** So many of such passages are right, of 240 that readers' questions found; of 23 with a number asked for, 21. */
const RIGHT_WITH_ALL = 0.85;
/** In tenths of the longest question: see `queryLength`. */
const FEW_TERMS = 0.3;
const STANDS_OUT = 0.5;
/** Numbers are in many passages. */
const STANDS_OUT_WITH_NUMBER = 0.9;
const ALL_BUT_ROUNDING = 0.999;

/** "Is the stadium mentioned?", "what did the stadium cost?": a passage with all of a few words in a sentence, that stands out. */
function hasAllThatIsNamed(features: ConfidenceValues): boolean {
  const { exactSentence, queryLength, softmax, asksForSpeech } = features;
  const { asksAnswerType, hasAnswerType, asksNumber } = features;
  const standsOut = asksAnswerType === 0 ? STANDS_OUT : STANDS_OUT_WITH_NUMBER;
  return (
    exactSentence > ALL_BUT_ROUNDING &&
    queryLength <= FEW_TERMS &&
    softmax >= standsOut &&
    asksAnswerType === asksNumber &&
    asksNumber === hasAnswerType &&
    asksForSpeech === 0
  );
}

const UNLIKELY: Likelihoods = { answers: 0, amongThree: 0, onTopic: 0 };

/**
 * Added to the logarithm of the odds that a passage answers, in articles that an editor has marked up: what they say
 * is there to be asked for. Plain articles are all there is to learn from, so this is set by hand and judged by the
 * golden questions.
 */
const MARKED_UP = 1.2;
/** So much of a question, by weight, is in no article: what it asks for is hardly among what editors foresaw. */
const MUCH_UNKNOWN = 0.4;

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

/**
 * The values as the trees number them, in the order of CONFIDENCE_FEATURES. Spelt out: to look each up by its name takes
 * as long as all the trees together.
 */
export function rowFrom(features: ConfidenceValues): Float64Array {
  return new Float64Array([
    features.exactSentence,
    features.unknown,
    features.unknownNames,
    features.margin,
    features.softmax,
    features.matchedWeight,
    features.proximity,
    features.queryLength,
    features.asksAnswerType,
    features.hasAnswerType,
    features.missingNames,
    features.generalIdf,
    features.topic,
    features.unknownCount,
    features.rarestMissing,
    features.corrected,
    features.score,
    features.second,
    features.third,
    features.entropy,
    features.position,
    features.bestNear,
    features.asksTime,
    features.asksPerson,
    features.asksNumber,
    features.asksPlace,
    features.asksReason,
    features.asksManner,
    features.nearPassage,
    features.nearSentence,
    features.nearMissing,
    features.aboutSentence,
    features.aboutPassage,
    features.sentenceShare,
    features.rarest,
    features.missing,
    features.bigrams,
    features.pairs,
    features.together,
    features.names,
    features.namesMissing,
    features.length,
    features.asksForSpeech,
    features.hasSpeech,
    features.saidByNamed,
    features.quotesNamed,
    features.matchesAnyTerm,
    features.matchesMoreThanNames,
    features.usesEveryName,
    features.hasTimeOrNumber,
    features.coversHalf,
    features.hasWhatIsCounted,
    features.hasWhatIsListed,
    features.hasAskedQuantity,
    features.numbersWhatIsCounted,
    features.hasValueBesideTopic,
    features.hasValueOfWhoIsNamed,
    features.hasWordsOfWhoIsAsked,
    features.hasNegationAsAsked,
    features.keepsRoles,
    features.saysWhatIsDone,
    features.hasAgeOfWhoIsAsked,
    features.hasNameAskedFor,
  ]);
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
