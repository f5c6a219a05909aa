import type { ExactWeights } from "../exact-weights.ts";
import {
  EDITORIAL_FEATURES,
  EDITORIAL_WEIGHTS,
  type EditorialFeature,
} from "./editorial-features.ts";
import { NEAR_SHOWN_WEIGHT } from "./near-shown.ts";
import { type FeatureValues, RANKING_FEATURES, type RankingFeature } from "./features.ts";
import learned from "./ranking-weights.json" with { type: "json" };

/**
 * One set of weights for short questions and one for long ones. A short question is mostly names and leaves more to
 * meaning; in a long one, what is missing tells more.
 */
export type RankingWeights = Readonly<Record<"short" | "long", WeightByFeature>>;

type WeightByFeature = Readonly<Record<RankingFeature, number>>;

const LEARNED_WEIGHTS: RankingWeights = {
  short: learned.short satisfies ExactWeights<RankingFeature, typeof learned.short>,
  long: learned.long satisfies ExactWeights<RankingFeature, typeof learned.long>,
};

/** In the order of RANKING_FEATURES. */
function rowsOf({ short, long }: RankingWeights): Readonly<Record<"short" | "long", Float64Array>> {
  return {
    short: Float64Array.from(RANKING_FEATURES, (feature) => short[feature]),
    long: Float64Array.from(RANKING_FEATURES, (feature) => long[feature]),
  };
}

const LEARNED_ROWS = rowsOf(LEARNED_WEIGHTS);

/** The weights for a question, in the order of RANKING_FEATURES. `questionLength`: see FeatureValues. */
export function weightsAt(questionLength: number, weights?: RankingWeights): Float64Array {
  const { short, long } = weights ? rowsOf(weights) : LEARNED_ROWS;
  return short.map((weight, at) => weight + questionLength * ((long[at] ?? 0) - weight));
}

/** Comparable within one query only. */
export function scoreOf(features: FeatureValues, weights: Float64Array): number {
  let score = 0;
  for (let at = 0; at < RANKING_FEATURES.length; at += 1) {
    const feature = RANKING_FEATURES[at];
    if (feature !== undefined) score += (weights[at] ?? 0) * features[feature];
  }
  score += NEAR_SHOWN_WEIGHT * features.nearShown;
  for (const feature of EDITORIAL_FEATURES) score += EDITORIAL_WEIGHTS[feature] * features[feature];
  return score;
}

/** What one feature contributes to a score. */
export type ScoreDetail = {
  readonly feature: RankingFeature | EditorialFeature | "nearShown";
  readonly value: number;
  /** Value times weight; the points of all features add up to the score. */
  readonly points: number;
};

export function scoreDetails(features: FeatureValues): ScoreDetail[] {
  const detail = (feature: ScoreDetail["feature"], weight: number): ScoreDetail => {
    return { feature, value: features[feature], points: weight * features[feature] };
  };
  const weights = weightsAt(features.questionLength);
  return [
    ...RANKING_FEATURES.map((feature, at) => detail(feature, weights[at] ?? 0)),
    detail("nearShown", NEAR_SHOWN_WEIGHT),
    ...EDITORIAL_FEATURES.map((feature) => detail(feature, EDITORIAL_WEIGHTS[feature])),
  ];
}
