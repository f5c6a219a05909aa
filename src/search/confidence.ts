import learned from "./confidence-weights.json" with { type: "json" };
import type { Verdict } from "./findings.ts";
import { SIGNS, type Sign } from "./signs.ts";

/** How likely the first passage answers, 0 to 1: a logistic mix of the signs. */
export function confidenceIn(signs: Readonly<Record<Sign, number>>): number {
  if (signs.coverage === 0) return 0;
  const weights: Readonly<Record<Sign, number>> = learned.weights;
  let sum = learned.intercept;
  for (const sign of SIGNS) sum += weights[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}

export function verdictOn(confidence: number): Verdict {
  if (confidence >= learned.answeredFrom) return "answered";
  return confidence >= learned.unsureFrom ? "unsure" : "not-covered";
}
