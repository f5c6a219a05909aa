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

/** `lacksWanted`: the first passage is on the topic, and has no such thing as is asked for. */
export function verdictOn(confidence: number, lacksWanted: boolean): Verdict {
  if (confidence < learned.unsureFrom) return "not-covered";
  return confidence < learned.answeredFrom || lacksWanted ? "unsure" : "answered";
}
