import type { IndexedPassage } from "../index/indexed-passage.ts";
import type { LanguageIndex } from "../index/language-index.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import { spokenBy } from "../query/spoken-by.ts";
import { candidatesFor } from "./candidates.ts";
import { type FeatureValues, featuresOf } from "./features.ts";
import { firstPassScore } from "./first-pass.ts";
import { findMatches, type Matches } from "./matches.ts";
import { type RankingWeights, scoreOf } from "./score.ts";

/** A passage and how it matches the question. */
export type RankedPassage = {
  readonly indexed: IndexedPassage;
  readonly matches: Matches;
  readonly features: FeatureValues;
  readonly score: number;
};

type RankingOptions = {
  /** Ids of people, to rank only what each of them says. */
  readonly speakers?: readonly string[] | undefined;
  readonly weights?: RankingWeights | undefined;
};

/** Passages that match any query term, best first. */
export function rank(
  compiled: CompiledQuery,
  index: LanguageIndex,
  { speakers, weights }: RankingOptions = {},
): RankedPassage[] {
  const candidates = candidatesFor(compiled, index, speakers).flatMap(({ number, engine }) => {
    const indexed = index.passages[number];
    if (!indexed) return [];
    const spoken = speakers?.flatMap((id) => spokenBy(indexed, id) ?? []) ?? [indexed];
    return spoken.map((one) => ({ indexed: one, engine }));
  });
  return firstPass(candidates, compiled)
    .map(({ indexed, engine }) => {
      const matches = findMatches(indexed, compiled);
      const { meanLength } = index;
      const features = featuresOf(matches, indexed, compiled, { meanLength, engine });
      return { indexed, matches, features, score: scoreOf(features, weights) };
    })
    .toSorted((one, other) => other.score - one.score);
}

type Proposed = { readonly indexed: IndexedPassage; readonly engine: number };

/** The first pass hardly ever ranks the right passage lower. */
const RERANKED_PASSAGES = 9;

function firstPass(candidates: readonly Proposed[], compiled: CompiledQuery): Proposed[] {
  return candidates
    .map((proposed) => ({ proposed, score: firstPassScore(proposed.indexed, compiled) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, RERANKED_PASSAGES)
    .map(({ proposed }) => proposed);
}
