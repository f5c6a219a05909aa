import type { Person } from "../article/article.ts";
import { candidatesFor } from "./candidates.ts";
import { gatherEvidence, type Evidence } from "./evidence.ts";
import { FEATURES, featuresOf, type Feature } from "./features.ts";
import { KIND_WANTED } from "./kinds.ts";
import type { Probe } from "./probe.ts";
import learned from "./ranking-weights.json" with { type: "json" };
import type { Shelf } from "./shelf.ts";
import type { ShelvedPassage } from "./shelved-passage.ts";
import { slotsThat, weightOf } from "./slots.ts";

/** A passage with what it has of a question. */
export type Ranked = {
  readonly shelved: ShelvedPassage;
  readonly evidence: Evidence;
  readonly features: Readonly<Record<string, number>>;
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
const EDITED_WEIGHTS = {
  /** The speaker is named. */
  speaker: 2,
  /** Words of the heading or the speaker's names that the text lacks. */
  around: 2,
  /** All that is asked is in the words of the heading: everything below it is meant. */
  heading: 2,
  /** The lead, which is the fact in a few words, is of the kind asked for. */
  lead: 1,
};

type RankingOptions = {
  /** Ids of people: only passages of theirs. */
  readonly speakers?: readonly string[] | undefined;
  readonly weights?: RankingWeights;
};

/** Passages that have anything of the question, best first. */
export function rank(
  probe: Probe,
  shelf: Shelf,
  { speakers, weights = LEARNED_WEIGHTS }: RankingOptions = {},
): Ranked[] {
  return candidatesFor(probe, shelf)
    .flatMap((number) => shelf.passages[number] ?? [])
    .filter(({ passage }) => !speakers || speakers.includes(passage.speaker.id))
    .map((shelved) => ({ shelved, evidence: gatherEvidence(shelved, probe) }))
    .filter(({ evidence }) => evidence.anywhere !== 0)
    .map(({ shelved, evidence }) => weigh(shelved, evidence, probe, shelf, weights))
    .toSorted((one, other) => other.score - one.score);
}

function weigh(
  shelved: ShelvedPassage,
  evidence: Evidence,
  probe: Probe,
  { meanLength }: Shelf,
  weights: RankingWeights,
): Ranked {
  const found = featuresOf(evidence, shelved, probe, meanLength);
  const edited = {
    speaker: speaks(shelved, probe.query.people),
    around: weightOf(evidence.anywhere & ~evidence.inText, probe.slots),
    heading: isWithin(evidence.inHeading, probe) ? 1 : 0,
    lead: leadIsWanted(shelved, evidence, probe) ? 1 : 0,
  };
  const { speaker, around, heading, lead } = EDITED_WEIGHTS;
  let score =
    speaker * edited.speaker +
    around * edited.around +
    heading * edited.heading +
    lead * edited.lead;
  for (const [at, feature] of FEATURES.entries()) score += (weights[at] ?? 0) * found[feature];
  return { shelved, evidence, features: { ...found, ...edited }, score };
}

/** The publisher speaks wherever nobody else does, so that naming it tells nothing. */
function speaks({ article, passage }: ShelvedPassage, people: readonly Person[]): number {
  const { speaker } = passage;
  if (speaker.id === article.source.publisher.id) return 0;
  return people.some((person) => person.id === speaker.id) ? 1 : 0;
}

/** Whether all that is asked, background aside, is among the slots. */
function isWithin(found: number, { slots }: Probe): boolean {
  const asked = slotsThat(slots, (slot) => !slot.isBackground);
  return asked !== 0 && (asked & ~found) === 0;
}

/** The lead stands behind the sentences of the text. */
function leadIsWanted(
  { passage, sentences }: ShelvedPassage,
  { kindsBySentence }: Evidence,
  { query }: Probe,
): boolean {
  const kinds = passage.lead === undefined ? 0 : (kindsBySentence[sentences] ?? 0);
  return (kinds & KIND_WANTED[query.wants]) !== 0;
}
