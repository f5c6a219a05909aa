import type { ExactWeights } from "../exact-weights.ts";
import type { Verdict } from "../findings.ts";
import type { Answerability } from "./answerability-check.ts";
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeature,
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

export function verdictOn(confidence: number): Verdict {
  if (confidence >= learned.answeredFrom) return "answered";
  return confidence >= learned.unsureFrom ? "unsure" : "not-covered";
}
