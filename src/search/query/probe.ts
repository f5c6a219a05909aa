import { groupedBy } from "../../article/grouped-by.ts";
import { KIND } from "../analysis/kinds.ts";
import type { Query, QueryWord } from "./question.ts";
import { MOST_BITS } from "../../languages/rarity.ts";
import { localIdf, type LanguageIndex } from "../index/language-index.ts";
import { type Slot, slotsThat, weightOf } from "./slots.ts";

/** A question made ready to be held against many passages. */
export type Probe = {
  readonly slots: readonly Slot[];
  /** By the id of a term: slot + 1 where it is the term itself, −(slot + 1) where a relative, else 0. */
  readonly slotOf: Int8Array;
  /** Weight of all slots of the question together. */
  readonly weight: number;
  /** Slots that follow each other in the question, stop words left out. */
  readonly pairs: readonly Pair[];
  /** Terms that follow each other, stop words too, as first id × size of dictionary + second id. */
  readonly bigrams: ReadonlySet<number>;
  readonly vocabularySize: number;
  /** Terms that differ from those looked for in the ending only, or say much the same. */
  readonly relatives: readonly string[];
  /** Whether it asks for what is not so. */
  readonly isDenial: boolean;
  readonly query: Query;
};

type Pair = { readonly first: number; readonly second: number };

/** Slots are bits of a number; nobody asks with more words that carry meaning. */
const MAX_SLOTS = 30;
/** What was said before weighs this much of what is asked now. */
const BACKGROUND_SHARE = 0.3;

export function probeFor(
  query: Query,
  background: readonly QueryWord[],
  shelf: LanguageIndex,
): Probe {
  const words = groupedBy(query.words, ({ term }) => term);
  const asked = [...words.values()].slice(0, MAX_SLOTS);
  const before = background
    .filter((word) => word.status === "known" && !words.has(word.term))
    .slice(0, MAX_SLOTS - asked.length);

  const slots = [
    ...asked.map((same) => slotFor(same, false, shelf)),
    ...before.map((word) => slotFor([word], true, shelf)),
  ];
  const slotOf = new Int8Array(shelf.dictionary.size);
  const relatives = slots.flatMap((slot, number) => markRelatives(slot, number, slotOf, shelf));
  for (const [number, { term }] of slots.entries()) {
    const id = shelf.dictionary.idOf(term);
    if (id !== undefined) slotOf[id] = number + 1;
  }
  return {
    query,
    slots,
    slotOf,
    relatives,
    weight:
      weightOf(
        slotsThat(slots, (slot) => !slot.isBackground),
        slots,
      ) || 1,
    pairs: pairsOf(query, slots),
    bigrams: bigramsOf(query, shelf),
    vocabularySize: shelf.dictionary.size,
    isDenial: query.written.some(({ text }) => (shelf.terms.read(text).kinds & KIND.denial) !== 0),
  };
}

function slotFor(words: readonly QueryWord[], isBackground: boolean, shelf: LanguageIndex): Slot {
  const [{ term, status } = { term: "", status: "unknown" }] = words;
  const share = isBackground ? BACKGROUND_SHARE : 1;
  const local = localIdf(term, shelf);
  const general = shelf.rarity.of(term) / MOST_BITS;
  return {
    term,
    local,
    general,
    share,
    weight: ((local + general) / 2) * share,
    isName: words.some((word) => word.isName),
    isEveryday: words.every((word) => word.isEveryday),
    isKnown: status !== "unknown",
    isStrange: status === "unknown" && shelf.dictionary.relativesOf(term).length === 0,
    isBackground,
    people: isBackground ? [] : [...new Set(words.flatMap((word) => word.names))],
  };
}

function markRelatives(
  slot: Slot,
  number: number,
  slotOf: Int8Array,
  shelf: LanguageIndex,
): readonly string[] {
  if (slot.isBackground) return [];
  const relatives = [...shelf.dictionary.relativesOf(slot.term), ...shelf.terms.near(slot.term)];
  for (const relative of relatives) {
    const id = shelf.dictionary.idOf(relative);
    if (id !== undefined) slotOf[id] ||= -(number + 1);
  }
  return relatives;
}

function pairsOf(query: Query, slots: readonly Slot[]): Pair[] {
  const numberOf = new Map(slots.map(({ term }, number) => [term, number]));
  const numbers = query.words.map(({ term }) => numberOf.get(term));
  return numbers.slice(1).flatMap((second, number) => {
    const first = numbers[number];
    return first === undefined || second === undefined ? [] : [{ first, second }];
  });
}

function bigramsOf(query: Query, { terms, dictionary }: LanguageIndex): Set<number> {
  const ids = query.written.map((word) => dictionary.idOf(terms.of(word.text)));
  for (const { term, position } of query.words) ids[position] = dictionary.idOf(term);

  const found = new Set<number>();
  for (const [number, first] of ids.entries()) {
    const second = ids[number + 1];
    if (first !== undefined && second !== undefined) found.add(first * dictionary.size + second);
  }
  return found;
}
