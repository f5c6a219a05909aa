import { bigrams, inOrder, nearPairs, pairs, together } from "./closeness.ts";
import type { Evidence } from "./evidence.ts";
import { KIND_WANTED } from "../analysis/kinds.ts";
import type { Probe } from "../query/probe.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import { type Slot, slotsThat, sumOver, weightOf } from "../query/slots.ts";
import type { Wanted } from "../query/wanted.ts";

/** What speaks for a passage; the score is their sum, weighted (see ranking-weights.json). */
export const FEATURES = [
  "bm25Local",
  "bm25General",
  "sentenceShare",
  "sentenceExact",
  "neighbours",
  "rarest",
  "missing",
  "bigrams",
  "pairs",
  "nearPairs",
  "together",
  "inOrder",
  "length",
  "time",
  "person",
  "number",
  "place",
  "reason",
  "names",
  "namesMissing",
] as const;

export type Feature = (typeof FEATURES)[number];

/** `meanLength`: in words, of the indexed passages. */
export function featuresOf(
  evidence: Evidence,
  indexed: IndexedPassage,
  probe: Probe,
  meanLength: number,
): Readonly<Record<Feature, number>> {
  const { slots } = probe;
  const { inText, bySentence } = evidence;
  const length = (indexed.length + 1) / meanLength;
  const names = slotsThat(slots, (slot) => slot.isName);
  const best = bestSentence(evidence, probe);
  const { wants } = probe.query;
  const held = holdsWanted(evidence, best, wants) ? 1 : 0;
  // Spelt out: one shape for all is what makes reading a hundred of them quick.
  return {
    bm25Local: bm25(evidence, slots, length, "local"),
    bm25General: bm25(evidence, slots, length, "general"),
    sentenceShare: weightOf(bySentence[best] ?? 0, slots) / probe.weight,
    sentenceExact: weightiest(evidence.exactBySentence, slots),
    neighbours: weightiest(withNeighbours(bySentence), slots),
    rarest: rarest(inText, slots),
    missing: sumOver(~inText, slots, (slot) => slot.weight ** 2),
    bigrams: bigrams(evidence, indexed, probe),
    pairs: pairs(evidence, probe),
    nearPairs: nearPairs(evidence, slots),
    together: together(evidence, slots),
    inOrder: inOrder(evidence, slots),
    length: Math.log(length),
    time: wants === "time" ? held : 0,
    person: wants === "person" ? held : 0,
    number: wants === "number" || wants === "duration" ? held : 0,
    place: wants === "place" ? held : 0,
    reason: wants === "reason" ? held : 0,
    names: weightOf(inText & names, slots),
    namesMissing: weightOf(~inText & names, slots),
  };
}

/** BM25's usual constants: how soon repetition stops counting, how much length matters. */
const SATURATION = 1.2;
const LENGTH_MATTERS = 0.75;

function bm25(
  { counts }: Evidence,
  slots: readonly Slot[],
  length: number,
  rarity: "local" | "general",
): number {
  const damping = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length);
  let total = 0;
  for (const [number, slot] of slots.entries()) {
    const count = counts[number] ?? 0;
    total += (slot.share * slot[rarity] * count * (SATURATION + 1)) / (count + damping);
  }
  return total;
}

/** A sentence with the kind of thing asked for is preferred to one with a little more of the words. */
const WORTH_OF_WANTED_KIND = 0.3;

function bestSentence(evidence: Evidence, { slots, query }: Probe): number {
  const wanted = KIND_WANTED[query.wants];
  let best = 0;
  let most = -1;
  for (const [sentence, set] of evidence.bySentence.entries()) {
    const holdsIt = ((evidence.kindsBySentence[sentence] ?? 0) & wanted) !== 0;
    const score = weightOf(set, slots) + (holdsIt ? WORTH_OF_WANTED_KIND : 0);
    if (score <= most) continue;
    most = score;
    best = sentence;
  }
  return best;
}

function holdsWanted({ kindsBySentence }: Evidence, sentence: number, wants: Wanted): boolean {
  return ((kindsBySentence[sentence] ?? 0) & KIND_WANTED[wants]) !== 0;
}

function weightiest(sets: readonly number[], slots: readonly Slot[]): number {
  let most = 0;
  for (const set of sets) most = Math.max(most, weightOf(set, slots));
  return most;
}

function withNeighbours(sets: readonly number[]): number[] {
  return sets.map((set, number) => (sets[number - 1] ?? 0) | set | (sets[number + 1] ?? 0));
}

function rarest(set: number, slots: readonly Slot[]): number {
  let most = 0;
  for (const [number, { weight }] of slots.entries()) {
    if ((set & (1 << number)) !== 0) most = Math.max(most, weight);
  }
  return most;
}
