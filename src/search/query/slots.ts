/** A term that is looked for. */
export type Slot = {
  readonly term: string;
  /** How much it tells among the passages searched, 0 to 1. */
  readonly local: number;
  /** How much it tells in the language at large, 0 to 1. */
  readonly general: number;
  /** 1, or less for what was said before. */
  readonly share: number;
  /** Both rarities half and half, times the share. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isEveryday: boolean;
  readonly isKnown: boolean;
  /** The articles lack it in every form: "Palestine" is not strange to "Palestinian". */
  readonly isStrange: boolean;
  /** From what was said before, not from the question itself. */
  readonly isBackground: boolean;
  /** Ids of the people whom the word names, or helps to name. */
  readonly people: readonly string[];
};

/** Adds up over a set of slots, given as bits of a number. */
export function sumOver(set: number, slots: readonly Slot[], of: (slot: Slot) => number): number {
  let total = 0;
  for (let number = 0; number < slots.length; number += 1) {
    const slot = slots[number];
    if (slot !== undefined && (set & (1 << number)) !== 0) total += of(slot);
  }
  return total;
}

export function weightOf(set: number, slots: readonly Slot[]): number {
  return sumOver(set, slots, (slot) => slot.weight);
}

/** The slots of which something is true, as bits of a number. */
export function slotsThat(slots: readonly Slot[], isTrue: (slot: Slot) => boolean): number {
  let set = 0;
  for (const [number, slot] of slots.entries()) if (isTrue(slot)) set |= 1 << number;
  return set;
}
