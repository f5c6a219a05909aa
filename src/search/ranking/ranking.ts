import type { Person } from "../../article/article.ts";
import { candidatesFor } from "./candidates.ts";
import { findMatches, type Matches } from "./matches.ts";
import { FEATURES, featuresOf, type Feature } from "./features.ts";
import { CLASSES_WANTED } from "../../languages/token-classes.ts";
import { firstPassScore } from "./first-pass.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import learned from "./ranking-weights.json" with { type: "json" };
import type { LanguageIndex } from "../index/language-index.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import { queryTermsWhere, weightOf } from "../query/query-terms.ts";
import { spokenBy } from "../query/spoken-by.ts";

/** A passage with what it has of a question. */
export type RankedPassage = {
  readonly indexed: IndexedPassage;
  readonly matches: Matches;
  readonly features: Readonly<Record<Feature, number>>;
  /** What editors and speakers add. */
  readonly editorial: Readonly<Record<EditorialFeature, number>>;
  readonly score: number;
};

/** One for every feature, in the order of FEATURES. */
export type RankingWeights = Float64Array;

const LEARNED: Readonly<Record<Feature, number>> = learned.weights;
const LEARNED_WEIGHTS = Float64Array.from(FEATURES, (feature) => LEARNED[feature]);

/**
 * What editors and speakers add. Encyclopedia articles have nothing of it to learn from: these weights
 * are judged by golden questions.
 */
const EDITORIAL_WEIGHTS = {
  /** The speaker is named. */
  speaker: 2,
  /** Words of the heading or the speaker's names that the text lacks. */
  context: 2,
  /** All that is asked is in the words of the heading: everything below it is meant. */
  heading: 2,
  /** The lead, which is the fact in a few words, is of the kind asked for. */
  lead: 1,
} as const;

const EDITORIAL_FEATURES = ["speaker", "context", "heading", "lead"] as const;
type EditorialFeature = (typeof EDITORIAL_FEATURES)[number];

type RankingOptions = {
  /** Id of a person: only what they say. */
  readonly speaker?: string | undefined;
  readonly weights?: RankingWeights;
};

/** Passages that have anything of the question, best first. */
export function rank(
  compiled: CompiledQuery,
  index: LanguageIndex,
  { speaker, weights = LEARNED_WEIGHTS }: RankingOptions = {},
): RankedPassage[] {
  const near = candidatesFor(compiled, index)
    .flatMap((number) => index.passages[number] ?? [])
    .flatMap((indexed) => (speaker === undefined ? [indexed] : (spokenBy(indexed, speaker) ?? [])));
  return firstPass(near, compiled)
    .map((indexed) => weigh(indexed, findMatches(indexed, compiled), compiled, index, weights))
    .toSorted((one, other) => other.score - one.score);
}

/** So many are looked at closely; the right one is hardly ever further down at first sight. */
const RERANKED_PASSAGES = 9;

function firstPass(near: readonly IndexedPassage[], compiled: CompiledQuery): IndexedPassage[] {
  return near
    .map((indexed) => ({ indexed, worth: firstPassScore(indexed, compiled) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, RERANKED_PASSAGES)
    .map(({ indexed }) => indexed);
}

function weigh(
  indexed: IndexedPassage,
  matches: Matches,
  compiled: CompiledQuery,
  { meanLength }: LanguageIndex,
  weights: RankingWeights,
): RankedPassage {
  const features = featuresOf(matches, indexed, compiled, meanLength);
  const editorial = {
    speaker: speaks(indexed, compiled.query.people),
    context: weightOf(matches.anywhere & ~matches.inText, compiled.queryTerms),
    heading: isWithin(matches.inHeading, compiled) ? 1 : 0,
    lead: leadIsWanted(indexed, matches, compiled) ? 1 : 0,
  };
  let score = 0;
  for (let at = 0; at < FEATURES.length; at += 1) {
    const feature = FEATURES[at];
    if (feature !== undefined) score += (weights[at] ?? 0) * features[feature];
  }
  for (const part of EDITORIAL_FEATURES) score += EDITORIAL_WEIGHTS[part] * editorial[part];
  return { indexed, matches, features, editorial, score };
}

/** The publisher speaks wherever nobody else does, so that naming it tells nothing. */
function speaks({ article, speakers }: IndexedPassage, people: readonly Person[]): number {
  const { publisher } = article.source;
  const isNamed = (id: string) => id !== publisher?.id && speakers.includes(id);
  return people.some(({ id }) => isNamed(id)) ? 1 : 0;
}

/** Whether all that is asked, background aside, is among the query terms. */
function isWithin(found: number, { queryTerms }: CompiledQuery): boolean {
  const asked = queryTermsWhere(queryTerms, (queryTerm) => !queryTerm.isBackground);
  return asked !== 0 && (asked & ~found) === 0;
}

/** The lead stands behind the sentences of the text. */
function leadIsWanted(
  { passage, sentences }: IndexedPassage,
  { kindsBySentence }: Matches,
  { query }: CompiledQuery,
): boolean {
  const kinds = passage.lead === undefined ? 0 : (kindsBySentence[sentences] ?? 0);
  return (kinds & CLASSES_WANTED[query.answerType]) !== 0;
}
