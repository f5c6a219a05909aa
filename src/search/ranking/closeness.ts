import type { Evidence, Match } from "./evidence.ts";
import type { Probe } from "../query/probe.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import type { Slot } from "../query/slots.ts";

/** Two words of the question side by side as there, stop words too ("ruled by"). */
export function bigrams({ matches }: Evidence, { terms }: IndexedPassage, probe: Probe): number {
  const seen = new Set<number>();
  let total = 0;
  for (const { at, slot, isExact } of matches) {
    if (!isExact) continue;
    for (const from of [at - 1, at]) {
      const pair = (terms[from] ?? -1) * probe.vocabularySize + (terms[from + 1] ?? -1);
      if (!probe.bigrams.has(pair) || seen.has(pair)) continue;
      seen.add(pair);
      total += weight(probe.slots, slot);
    }
  }
  return total;
}

/** Neighbours in the question that are neighbours here, stop words left out; the rarer one counts. */
export function pairs({ matches }: Evidence, probe: Probe): number {
  const neighbours = new Set<number>();
  for (const [number, one] of matches.entries()) {
    const next = matches[number + 1];
    if (next?.contentAt === one.contentAt + 1) neighbours.add(pairOf(one.slot, next.slot));
  }
  let total = 0;
  for (const { first, second } of probe.pairs) {
    if (!neighbours.has(pairOf(first, second))) continue;
    total += Math.max(weight(probe.slots, first), weight(probe.slots, second));
  }
  return total;
}

/** Words of meaning further apart than this have little to do with each other. */
const NEAR = 6;

/** Any two words of the question near each other in any order, the nearer the better. */
export function nearPairs({ matches }: Evidence, slots: readonly Slot[]): number {
  return sumOfBest(matches, NEAR, (one, other) => {
    const distance = Math.max(1, other.contentAt - one.contentAt);
    return Math.min(weight(slots, one.slot), weight(slots, other.slot)) / distance;
  });
}

/** About the length of a clause. */
const SAME_CLAUSE = 12;

/** Any two words of the question in about one clause: both rare counts most. */
export function together({ matches }: Evidence, slots: readonly Slot[]): number {
  return sumOfBest(
    matches,
    SAME_CLAUSE,
    (one, other) => weight(slots, one.slot) * weight(slots, other.slot),
  );
}

const SLOTS_AT_MOST = 32;

function pairOf(first: number, second: number): number {
  return first * SLOTS_AT_MOST + second;
}

/** `worth` may not grow with the distance: of each slot before, only the latest match is looked at. */
function sumOfBest(
  matches: readonly Match[],
  reach: number,
  worth: (one: Match, other: Match) => number,
): number {
  const best = new Map<number, number>();
  const latest = new Map<number, Match>();
  for (const other of matches) {
    for (const one of latest.values()) {
      if (one.slot === other.slot || other.contentAt - one.contentAt > reach) continue;
      const pair = pairOf(Math.min(one.slot, other.slot), Math.max(one.slot, other.slot));
      best.set(pair, Math.max(best.get(pair) ?? 0, worth(one, other)));
    }
    latest.set(other.slot, other);
  }
  let total = 0;
  for (const value of best.values()) total += value;
  return total;
}

/** The weightiest row of words in one sentence that stand in the question's order. `rows`: by their last slot. */
export function inOrder({ matches }: Evidence, slots: readonly Slot[]): number {
  const rows = slots.map(() => 0);
  let inSentence = -1;
  let best = 0;
  for (const { slot, sentence } of matches) {
    if (sentence !== inSentence) rows.fill(0);
    inSentence = sentence;
    let before = 0;
    for (let earlier = 0; earlier < slot; earlier += 1) {
      before = Math.max(before, rows[earlier] ?? 0);
    }
    const row = before + weight(slots, slot);
    rows[slot] = Math.max(rows[slot] ?? 0, row);
    best = Math.max(best, row);
  }
  return best;
}

function weight(slots: readonly Slot[], number: number): number {
  return slots[number]?.weight ?? 0;
}
