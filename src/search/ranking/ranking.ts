import { type ArticleScope, isInScope } from "../../article/article-scope.ts";
import { runSteps, type Steps } from "../../languages/steps.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import type { LocatedPassage } from "../index/passage-locations.ts";
import type { LanguageIndex } from "../index/language-index.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import { spokenBy } from "../query/spoken-by.ts";
import { type Candidate, candidatesInSteps } from "./candidates.ts";
import { type FeatureValues, featuresOf, lengthOf } from "./features.ts";
import { findMatches, type Matches } from "./matches.ts";
import { meaningOf, type QuestionMeaning } from "./meaning.ts";
import { nearShown } from "./near-shown.ts";
import { type RankingWeights, scoreOf, weightsAt } from "./score.ts";

/** A passage and how it matches the question. */
export type RankedPassage = {
  readonly indexed: IndexedPassage;
  readonly matches: Matches;
  readonly features: FeatureValues;
  readonly score: number;
};

type RankingOptions = {
  /** The passage that the reader saw last. */
  readonly shown?: LocatedPassage | undefined;
  /** Ids of people, to rank only what each of them says. */
  readonly speakers?: readonly string[] | undefined;
  /** The only articles to rank passages of. */
  readonly within?: ArticleScope | undefined;
  readonly weights?: RankingWeights | undefined;
};

/** Passages that have words of the question or are near it in meaning, best first. */
export function rank(...asked: Parameters<typeof rankInSteps>): RankedPassage[] {
  return runSteps(rankInSteps(...asked));
}

/** A step is a passage to read or to compare. */
export function* rankInSteps(
  compiled: CompiledQuery,
  index: LanguageIndex,
  { speakers, within, shown, weights }: RankingOptions = {},
): Steps<RankedPassage[]> {
  const meaning = meaningOf(compiled, index);
  const found = yield* candidatesInSteps(compiled, index, { speakers, within });
  const proposed = yield* withAllOfFew(found, index);
  const candidates = within
    ? proposed.filter(({ indexed }) => isInScope(indexed.article, within))
    : proposed;
  const spoken = speakers ? spokenAmong(candidates, speakers) : candidates;
  const weightsOfQuestion = weightsAt(lengthOf(compiled), weights);
  const nearness = nearShown(shown, index.passages);
  const chosen = yield* shortlist(spoken, compiled, meaning);
  const ranked: RankedPassage[] = [];
  for (const { indexed, engine } of shown ? withThoseNear(chosen, spoken, nearness) : chosen) {
    const matches = findMatches(indexed, compiled);
    const features = featuresOf(matches, indexed, compiled, {
      meanLength: index.meanLength,
      engine,
      meaning: meaning.compare(indexed, matches),
      nearShown: nearness(indexed),
    });
    ranked.push({ indexed, matches, features, score: scoreOf(features, weightsOfQuestion) });
    yield;
  }
  return ranked.toSorted((one, other) => other.score - one.score);
}

type Proposed = { readonly indexed: IndexedPassage; readonly engine: number };

/** Of so few passages, one that has none of the words may still be near in meaning. */
const FEW_PASSAGES = 200;

function* withAllOfFew(
  proposed: readonly Candidate[],
  { passages, passageCount }: LanguageIndex,
): Steps<Proposed[]> {
  const found: Proposed[] = [];
  if (passageCount > FEW_PASSAGES) {
    for (const { number, engine } of proposed) {
      const indexed = passages.at(number);
      if (indexed) found.push({ indexed, engine });
      yield;
    }
    return found;
  }
  const engines = new Float64Array(passages.length);
  for (const { number, engine } of proposed) engines[number] = engine;
  for (let number = 0; number < engines.length; number += 1) {
    const indexed = passages.at(number);
    if (indexed) found.push({ indexed, engine: engines[number] ?? 0 });
    yield;
  }
  return found;
}

function spokenAmong(candidates: readonly Proposed[], speakers: readonly string[]): Proposed[] {
  return candidates.flatMap(({ indexed, engine }) =>
    speakers.flatMap((id) => {
      const spoken = spokenBy(indexed, id);
      return spoken ? [{ indexed: spoken, engine }] : [];
    }),
  );
}

/** The right passage is hardly ever another one. */
const RERANKED = 9;
/** Of these, the ones nearest in meaning. */
const RERANKED_BY_MEANING = 3;

/** The passages worth a closer look: those with the best scores of the engine, and the nearest in meaning. */
function* shortlist(
  candidates: readonly Proposed[],
  { queryTerms }: CompiledQuery,
  { about }: QuestionMeaning,
): Steps<Proposed[]> {
  const byWords = new Float64Array(candidates.length);
  const byMeaning = new Float64Array(candidates.length);
  let at = 0;
  for (const { indexed, engine } of candidates) {
    byWords[at] = engine;
    byMeaning[at] = about(indexed);
    at += 1;
    yield;
  }
  // A word alone is a topic that many passages may have, and tells little of what is meant.
  const wanted = queryTerms.length > 1 ? RERANKED_BY_MEANING : 0;
  const chosen = takeHighest(RERANKED - wanted, byWords);
  for (const number of chosen) byMeaning[number] = 0;
  const left = Math.min(RERANKED_BY_MEANING, RERANKED - chosen.length);
  for (const number of takeHighest(left, byMeaning)) {
    chosen.push(number);
    byWords[number] = 0;
  }
  // Not every language has vectors of words.
  chosen.push(...takeHighest(RERANKED - chosen.length, byWords));
  return chosen.flatMap((number) => candidates[number] ?? []);
}

/** A follow-up may have no word of what it asks for: "how soon?" */
function withThoseNear(
  chosen: readonly Proposed[],
  candidates: readonly Proposed[],
  nearness: (indexed: IndexedPassage) => number,
): readonly Proposed[] {
  const near = candidates.filter((one) => nearness(one.indexed) > 0 && !chosen.includes(one));
  return near.length === 0 ? chosen : [...chosen, ...near];
}

/** The numbers of the highest values above 0; sets them to 0. */
function takeHighest(count: number, values: Float64Array): number[] {
  const taken: number[] = [];
  while (taken.length < count) {
    let highest = 0;
    for (let number = 1; number < values.length; number += 1) {
      if ((values[number] ?? 0) > (values[highest] ?? 0)) highest = number;
    }
    if ((values[highest] ?? 0) <= 0) break;
    taken.push(highest);
    values[highest] = 0;
  }
  return taken;
}
