import type { Person } from "../article/article.ts";
import { candidatesFor } from "./candidates.ts";
import { gatherEvidence, type Evidence } from "./evidence.ts";
import { FEATURES, featuresOf, type Feature } from "./features.ts";
import type { Probe } from "./probe.ts";
import learned from "./ranking-weights.json" with { type: "json" };
import type { Shelf } from "./shelf.ts";
import type { ShelvedPassage } from "./shelved-passage.ts";
import { weightOf } from "./slots.ts";

/** A passage with what it has of a question. */
export type Ranked = {
  readonly shelved: ShelvedPassage;
  readonly evidence: Evidence;
  readonly features: Readonly<Record<string, number>>;
  readonly score: number;
};

const WEIGHTS: Readonly<Record<Feature, number>> = learned.weights;

/** Encyclopedia articles have no speakers to learn from: these two are judged by golden questions. */
const SPEAKER_WORTH = 2;
const AROUND_WORTH = 2;

/** Passages that have anything of the question, best first. */
export function rank(probe: Probe, shelf: Shelf, speakers?: readonly string[]): Ranked[] {
  return candidatesFor(probe, shelf)
    .flatMap((number) => shelf.passages[number] ?? [])
    .filter(({ passage }) => !speakers || speakers.includes(passage.speaker.id))
    .map((shelved) => ({ shelved, evidence: gatherEvidence(shelved, probe) }))
    .filter(({ evidence }) => evidence.anywhere !== 0)
    .map(({ shelved, evidence }) => weigh(shelved, evidence, probe, shelf))
    .toSorted((one, other) => other.score - one.score);
}

function weigh(shelved: ShelvedPassage, evidence: Evidence, probe: Probe, shelf: Shelf): Ranked {
  const features = featuresOf(evidence, shelved, probe, shelf.meanLength);
  let score = SPEAKER_WORTH * speaks(shelved, probe.query.people);
  score += AROUND_WORTH * weightOf(evidence.anywhere & ~evidence.inText, probe.slots);
  for (const feature of FEATURES) score += WEIGHTS[feature] * features[feature];
  return { shelved, evidence, features, score };
}

/** The publisher speaks wherever nobody else does, so that naming it tells nothing. */
function speaks({ article, passage }: ShelvedPassage, people: readonly Person[]): number {
  const { speaker } = passage;
  if (speaker.id === article.source.publisher.id) return 0;
  return people.some((person) => person.id === speaker.id) ? 1 : 0;
}
