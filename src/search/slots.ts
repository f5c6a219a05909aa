import type { Slot } from "./probe.ts";

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
