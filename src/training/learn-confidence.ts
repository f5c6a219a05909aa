import { quantile } from "../evaluation/measures.ts";
import { CONFIDENCE_FEATURES, DIRECTION } from "../search/confidence/confidence-features.ts";
import type { Answerability } from "../search/confidence/answerability-check.ts";
import { IMPORTANCE, type ConfidenceExample } from "./confidence-examples.ts";
import { addScaled, descend, dot, spreadOf } from "./gradient-descent.ts";

export type LearnedConfidence = {
  readonly intercept: number;
  readonly weights: Float64Array;
  readonly answeredFrom: number;
  readonly unsureFrom: number;
  /** Every example with its confidence, by weights learned on the other articles. */
  readonly judged: readonly JudgedExample[];
};

export type JudgedExample = ConfidenceExample & { readonly confidence: number };

const DECAY = 0.001;
/** Share of off-topic questions that may be answered (the goal is at most 2 %), or shown a close passage. */
const OFF_TOPIC_ANSWERED = 0.013;
const OFF_TOPIC_SHOWN = 0.1;

/**
 * First learns weights that separate an article's own questions from others; learning whether the first
 * passage is right would only add noise. Then Platt scaling, which keeps the order, maps the weighted sum to
 * how often the first passage is right.
 */
export function learnConfidence(examples: readonly ConfidenceExample[]): LearnedConfidence {
  const fit = fitLogistic(examples);
  const sums = crossValidatedSums(examples);
  const { scale, shift } = calibrate(sums);
  const judged = sums.map((summed) =>
    Object.assign({ confidence: logistic(scale * summed.sum + shift) }, summed),
  );
  return {
    intercept: rounded(scale * fit.intercept + shift),
    weights: fit.weights.map((weight) => scale * weight),
    ...thresholds(judged.filter(({ origin }) => origin === "off-topic")),
    judged,
  };
}

/** A passage that fails a check is never the answer: see LIMIT in confidence.ts. */
function thresholds(offTopic: readonly JudgedExample[]) {
  const answerable = offTopic.map(({ confidence, answerability }) =>
    answerability === "answers" ? confidence : 0,
  );
  const showable = offTopic.map(({ confidence, answerability }) =>
    isShowable(answerability) ? confidence : 0,
  );
  return {
    answeredFrom: rounded(quantile(answerable, 1 - OFF_TOPIC_ANSWERED)),
    unsureFrom: rounded(quantile(showable, 1 - OFF_TOPIC_SHOWN)),
  };
}

function isShowable(answerability: Answerability): boolean {
  return answerability === "answers" || answerability === "near";
}

/** Logistic regression; the intercept is a last column of ones. */
function fitLogistic(examples: readonly ConfidenceExample[]) {
  const spread = spreadOf([examples.map(({ row }) => row)], CONFIDENCE_FEATURES.length);
  const rows = examples.map(({ row }) =>
    Float64Array.from([...row.map((value, at) => value / (spread[at] ?? 1)), 1]),
  );
  const weights = descend(
    CONFIDENCE_FEATURES.length + 1,
    examples.length,
    DECAY,
    (current, gradient) => {
      clampDirections(current);
      for (const [number, row] of rows.entries()) {
        const example = examples[number];
        if (!example) continue;
        const error = logistic(dot(current, row)) - (example.origin === "own" ? 1 : 0);
        addScaled(row, error * IMPORTANCE[example.origin], gradient);
      }
    },
  );
  clampDirections(weights);
  return {
    intercept: weights[CONFIDENCE_FEATURES.length] ?? 0,
    weights: weights
      .slice(0, CONFIDENCE_FEATURES.length)
      .map((weight, at) => weight / (spread[at] ?? 1)),
  };
}

/** Sets weights of the wrong sign to 0. */
function clampDirections(weights: Float64Array): void {
  for (const [at, feature] of CONFIDENCE_FEATURES.entries()) {
    const weight = weights[at] ?? 0;
    weights[at] = DIRECTION[feature] === "against" ? Math.min(0, weight) : Math.max(0, weight);
  }
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

type Summed = ConfidenceExample & { readonly sum: number };

/** The weighted sum of every example, by weights learned on the other articles. */
function crossValidatedSums(examples: readonly ConfidenceExample[]): Summed[] {
  const articles = [...new Set(examples.map(({ article }) => article))];
  return articles.flatMap((article) => {
    const fit = fitLogistic(examples.filter((example) => example.article !== article));
    return examples
      .filter((example) => example.article === article)
      .map((example) =>
        Object.assign({ sum: fit.intercept + dot(fit.weights, example.row) }, example),
      );
  });
}

/** Platt scaling: fits the logistic curve from a sum to how often the first passage is right. */
function calibrate(summed: readonly Summed[]): { scale: number; shift: number } {
  const typical = summed.filter(({ origin }) => origin !== "adversarial");
  const [scale = 1, shift = 0] = descend(2, typical.length, 0, (current, gradient) => {
    for (const { sum, isRight, origin } of typical) {
      const row = Float64Array.of(sum, 1);
      const error = logistic(dot(current, row)) - (isRight ? 1 : 0);
      addScaled(row, error * IMPORTANCE[origin], gradient);
    }
  });
  return { scale, shift };
}

function rounded(threshold: number): number {
  return Number(threshold.toFixed(3));
}
