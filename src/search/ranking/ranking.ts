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
  const candidates = candidatesFor(compiled, index)
    .flatMap((number) => index.passages[number] ?? [])
    .flatMap((indexed) => speakers?.flatMap((id) => spokenBy(indexed, id) ?? []) ?? [indexed]);
  return firstPass(candidates, compiled)
    .map((indexed) => {
      const matches = findMatches(indexed, compiled);
      const features = featuresOf(matches, indexed, compiled, index.meanLength);
      return { indexed, matches, features, score: scoreOf(features, weights) };
    })
    .toSorted((one, other) => other.score - one.score);
}

/** The first pass hardly ever ranks the right passage lower. */
const RERANKED_PASSAGES = 9;

function firstPass(
  candidates: readonly IndexedPassage[],
  compiled: CompiledQuery,
): IndexedPassage[] {
  return candidates
    .map((indexed) => ({ indexed, score: firstPassScore(indexed, compiled) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, RERANKED_PASSAGES)
    .map(({ indexed }) => indexed);
}
