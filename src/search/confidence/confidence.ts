import learned from "./confidence-weights.json" with { type: "json" };
import type { Verdict } from "../findings.ts";
import type { Answerability } from "./answerability.ts";
import { CONFIDENCE_FEATURES, type ConfidenceFeature } from "./confidence-features.ts";

/** How likely the first passage answers, 0 to 1: a logistic mix of the features, within limits. */
export function confidenceIn(
  features: Readonly<Record<ConfidenceFeature, number>>,
  answerability: Answerability = "none",
): number {
  if (features.coverage === 0) return 0;
  const weights: Readonly<Record<ConfidenceFeature, number>> = learned.weights;
  let sum = learned.intercept;
  for (const feature of CONFIDENCE_FEATURES) sum += weights[feature] * features[feature];
  return Math.min(LIMIT[answerability], 1 / (1 + Math.exp(-sum)));
}

/** A passage that falls short may be near; it is no answer, however well it fits otherwise. */
const LIMIT: Readonly<Record<Answerability, number>> = {
  none: 1,
  near: learned.answeredFrom - 0.001,
  elsewhere: learned.unsureFrom - 0.001,
};

export function verdictOn(confidence: number): Verdict {
  if (confidence >= learned.answeredFrom) return "answered";
  return confidence >= learned.unsureFrom ? "unsure" : "not-covered";
}
