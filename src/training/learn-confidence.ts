import { quantile } from "../evaluation/measures.ts";
import {
  type ConfidenceModel,
  type ConfidenceTarget,
  type Likelihoods,
  likelihoodsOf,
  type Thresholds,
} from "../search/confidence/confidence.ts";
import { forestOf, type Tree } from "../learned/boosted-trees.ts";
import { boostTrees } from "./boost-trees.ts";
import type { ConfidenceExample } from "./confidence-examples.ts";
import { FOLDS, foldsOf } from "./folds.ts";
import { ENCYCLOPEDIA, type Origin } from "./labelled-questions.ts";

export type LearnedConfidence = {
  readonly trees: Trees;
  readonly thresholds: Thresholds;
  /** Every example with its likelihoods, by trees learned on the articles of the other folds. */
  readonly judged: readonly JudgedExample[];
};

export type JudgedExample = ConfidenceExample & { readonly likelihoods: Likelihoods };

export function learnConfidence(examples: readonly ConfidenceExample[]): LearnedConfidence {
  const judged = judgeByOthers(examples);
  return { trees: treesFrom(examples), thresholds: thresholdsFor(judged), judged };
}

type Trees = Readonly<Record<ConfidenceTarget, readonly Tree[]>>;

function treesFrom(examples: readonly ConfidenceExample[]): Trees {
  const treesOf = (target: ConfidenceTarget): Tree[] =>
    boostTrees(
      examples.map(({ row, is, importance }) => ({ row, isTrue: is[target], importance })),
    );
  return {
    answers: treesOf("answers"),
    amongThree: treesOf("amongThree"),
    onTopic: treesOf("onTopic"),
  };
}

function judgeByOthers(examples: readonly ConfidenceExample[]): JudgedExample[] {
  const foldOf = foldsOf(examples.map(({ article }) => article));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const trees = treesFrom(examples.filter(({ article }) => foldOf(article) !== fold));
    const forests: ConfidenceModel["trees"] = {
      answers: forestOf(trees.answers),
      amongThree: forestOf(trees.amongThree),
      onTopic: forestOf(trees.onTopic),
    };
    return examples
      .filter(({ article }) => foldOf(article) === fold)
      .map((example) => Object.assign({ likelihoods: judge(example, forests) }, example));
  });
}

/** Below any threshold; the less likely keep their order. */
const STOPPED = 0.2;

function judge(
  { row, isStopped }: ConfidenceExample,
  trees: ConfidenceModel["trees"],
): Likelihoods {
  const likelihoods = likelihoodsOf(row, { trees });
  return isStopped
    ? { ...likelihoods, answers: Math.min(likelihoods.answers, STOPPED) }
    : likelihoods;
}

/** Most that may be answered, of readers' questions that the article does not answer and of others' questions. */
const ABSENT_ANSWERED = 0.14;
const OFF_TOPIC_ANSWERED = 0.02;
/** Readers open one of three quotations if it is worth it about every second time. */
const WORTH_THREE = 0.45;
/** Share of a reader's answerable questions that may be told that nothing was found. */
const OWN_DENIED = 0.015;

function thresholdsFor(judged: readonly JudgedExample[]): Thresholds {
  const readers = judged.filter(({ set }) => set !== ENCYCLOPEDIA);
  const likely = (some: readonly JudgedExample[], origin: Origin, target: ConfidenceTarget) =>
    some.filter((one) => one.origin === origin).map(({ likelihoods }) => likelihoods[target]);
  return {
    answered: rounded(
      Math.max(
        quantile(likely(readers, "absent", "answers"), 1 - ABSENT_ANSWERED),
        quantile(likely(judged, "off-topic", "answers"), 1 - OFF_TOPIC_ANSWERED),
      ),
    ),
    closest: WORTH_THREE,
    near: rounded(quantile(likely(readers, "own", "onTopic"), OWN_DENIED)),
  };
}

function rounded(threshold: number): number {
  return Number(threshold.toFixed(3));
}
