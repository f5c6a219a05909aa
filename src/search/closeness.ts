import type { Evidence, Match } from "./evidence.ts";
import type { Probe } from "./probe.ts";
import type { ShelvedPassage } from "./shelved-passage.ts";
import type { Slot } from "./slots.ts";

/** Two words of the question side by side as there, stop words too ("ruled by"). */
export function bigrams({ matches }: Evidence, { terms }: ShelvedPassage, probe: Probe): number {
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
  let total = 0;
  for (const { first, second } of probe.pairs) {
    const areNeighbours = matches.some((one, number) => {
      const next = matches[number + 1];
      return one.slot === first && next?.slot === second && next.contentAt === one.contentAt + 1;
    });
    if (areNeighbours) total += Math.max(weight(probe.slots, first), weight(probe.slots, second));
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

function sumOfBest(
  matches: readonly Match[],
  reach: number,
  worth: (one: Match, other: Match) => number,
): number {
  const best = new Map<number, number>();
  for (const [number, one] of matches.entries()) {
    for (let next = number + 1; next < matches.length; next += 1) {
      const other = matches[next];
      if (other === undefined || other.contentAt - one.contentAt > reach) break;
      if (other.slot === one.slot) continue;
      const [low, high] = [Math.min(one.slot, other.slot), Math.max(one.slot, other.slot)];
      const pair = low * SLOTS_AT_MOST + high;
      best.set(pair, Math.max(best.get(pair) ?? 0, worth(one, other)));
    }
  }
  let total = 0;
  for (const value of best.values()) total += value;
  return total;
}

/** The weightiest row of words in one sentence that stand in the question's order. */
export function inOrder({ matches }: Evidence, slots: readonly Slot[]): number {
  const rows: number[] = [];
  let best = 0;
  for (const [number, { slot, sentence }] of matches.entries()) {
    let before = 0;
    for (let earlier = number - 1; earlier >= 0; earlier -= 1) {
      const match = matches[earlier];
      if (match?.sentence !== sentence) break;
      if (match.slot < slot) before = Math.max(before, rows[earlier] ?? 0);
    }
    const row = before + weight(slots, slot);
    rows.push(row);
    best = Math.max(best, row);
  }
  return best;
}

function weight(slots: readonly Slot[], number: number): number {
  return slots[number]?.weight ?? 0;
}
