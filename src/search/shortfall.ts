import type { Evidence } from "./evidence.ts";
import { KIND } from "./kinds.ts";
import type { Probe, Slot } from "./probe.ts";
import { slotsThat, weightOf } from "./slots.ts";
import type { Wanted } from "./wanted.ts";

/**
 * How plainly the first passage falls short: it is on the topic without what is asked for (`near`),
 * or it shares no more than a name with the question (`elsewhere`).
 */
export type Shortfall = "none" | "near" | "elsewhere";

/** Words for times and numbers are few: without one, a passage cannot say when or how many. */
const SURE_KINDS: Readonly<Partial<Record<Wanted, number>>> = {
  time: KIND.time | KIND.moment,
  number: KIND.number,
  duration: KIND.number | KIND.time,
};

/** What is missing weighs more than this share of the names found: they alone are no answer. */
const HEAVY = 0.75;

/** Shorter names may be abbreviations, which the passage may well spell out. */
const SHORTEST_SURE_NAME = 4;

function isStrangeName({ term, isName, isStrange, isBackground }: Slot): boolean {
  return isName && isStrange && !isBackground && term.length >= SHORTEST_SURE_NAME;
}

export function shortfallOf(first: Evidence | undefined, { query, slots }: Probe): Shortfall {
  if (!first) return "none";

  const asked = slotsThat(slots, (slot) => !slot.isBackground);
  const names = asked & slotsThat(slots, (slot) => slot.isName || slot.people.length > 0);
  const rest = asked & ~names & slotsThat(slots, (slot) => !slot.isEveryday);
  const isMissing = rest !== 0 && (rest & first.anywhere) === 0;
  const foundNames = weightOf(names & first.anywhere, slots);
  if (isMissing && weightOf(rest, slots) > HEAVY * foundNames) {
    const known = slotsThat(slots, (slot) => slot.isKnown);
    return (rest & known) === 0 ? "elsewhere" : "near";
  }
  if (slots.some(isStrangeName)) return "near";

  const sure = SURE_KINDS[query.wants];
  const isHeld = sure === undefined || first.kindsBySentence.some((kinds) => (kinds & sure) !== 0);
  return isHeld ? "none" : "near";
}
