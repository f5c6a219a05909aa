import type { ExactWeights } from "../exact-weights.ts";
import {
  EDITORIAL_FEATURES,
  EDITORIAL_WEIGHTS,
  type EditorialFeature,
} from "./editorial-features.ts";
import { type FeatureValues, RANKING_FEATURES, type RankingFeature } from "./features.ts";
import learned from "./ranking-weights.json" with { type: "json" };

export type RankingWeights = Readonly<Record<RankingFeature, number>>;

const LEARNED_WEIGHTS: ExactWeights<RankingFeature, typeof learned.weights> = learned.weights;

/** Comparable within one query only. `weights`: for training, instead of those in use. */
export function scoreOf(
  features: FeatureValues,
  weights: RankingWeights = LEARNED_WEIGHTS,
): number {
  let score = 0;
  for (const feature of RANKING_FEATURES) score += weights[feature] * features[feature];
  for (const feature of EDITORIAL_FEATURES) score += EDITORIAL_WEIGHTS[feature] * features[feature];
  return score;
}

/** What one feature contributes to a score. */
export type ScoreDetail = {
  readonly feature: RankingFeature | EditorialFeature;
  readonly value: number;
  /** Value times weight; the points of all features add up to the score. */
  readonly points: number;
};

export function scoreDetails(features: FeatureValues): ScoreDetail[] {
  const weights = { ...LEARNED_WEIGHTS, ...EDITORIAL_WEIGHTS };
  return [...RANKING_FEATURES, ...EDITORIAL_FEATURES].map((feature) => {
    const value = features[feature];
    return { feature, value, points: weights[feature] * value };
  });
}
