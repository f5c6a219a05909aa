import learned from "./confidence-weights.json" with { type: "json" };
import type { Verdict } from "../findings.ts";
import type { Shortfall } from "./shortfall.ts";
import { SIGNS, type Sign } from "./signs.ts";

/** How likely the first passage answers, 0 to 1: a logistic mix of the signs, within limits. */
export function confidenceIn(
  signs: Readonly<Record<Sign, number>>,
  shortfall: Shortfall = "none",
): number {
  if (signs.coverage === 0) return 0;
  const weights: Readonly<Record<Sign, number>> = learned.weights;
  let sum = learned.intercept;
  for (const sign of SIGNS) sum += weights[sign] * signs[sign];
  return Math.min(LIMIT[shortfall], 1 / (1 + Math.exp(-sum)));
}

/** A passage that falls short may be near; it is no answer, however well it fits otherwise. */
const LIMIT: Readonly<Record<Shortfall, number>> = {
  none: 1,
  near: learned.answeredFrom - 0.001,
  elsewhere: learned.unsureFrom - 0.001,
};

export function verdictOn(confidence: number): Verdict {
  if (confidence >= learned.answeredFrom) return "answered";
  return confidence >= learned.unsureFrom ? "unsure" : "not-covered";
}
