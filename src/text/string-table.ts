/** Different strings under numbers from 0. As objects, many short ones take several times the memory. */
export type StringTable = {
  readonly size: number;
  readonly numberOf: (text: string) => number | undefined;
  readonly at: (number: number) => string;
  /** In the order of their numbers. */
  readonly keys: () => Generator<string>;
  readonly packed: PackedStrings;
};

export type PackedStrings = {
  /** The UTF-16 units of one string after another. */
  readonly units: Uint16Array;
  /** Where each begins; one more tells where the last one ends. */
  readonly starts: Uint32Array;
  /** A hash table: numbers of strings plus 1, or 0; a string is in the first free place from its hash on. */
  readonly places: Uint32Array;
};

/** No two may be equal. */
export function packStrings(strings: readonly string[]): PackedStrings {
  const starts = new Uint32Array(strings.length + 1);
  for (const [number, { length }] of strings.entries()) {
    starts[number + 1] = (starts[number] ?? 0) + length;
  }
  const units = new Uint16Array(starts.at(-1) ?? 0);
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(PLACES_PER_STRING * strings.length + 1)));
  for (const [number, text] of strings.entries()) {
    const start = starts[number] ?? 0;
    for (let at = 0; at < text.length; at += 1) units[start + at] = text.charCodeAt(at);
    let place = hashOf(text) & (places.length - 1);
    while (places[place] !== 0) place = (place + 1) & (places.length - 1);
    places[place] = number + 1;
  }
  return { units, starts, places };
}

/** Half of the places stay free, so that a string is found at the second on average. */
const PLACES_PER_STRING = 2;

/** More than most words have, and fewer than a function takes as arguments. */
const UNITS_AT_ONCE = 1000;

export function openStrings(packed: PackedStrings): StringTable {
  const { units, starts, places } = packed;
  const size = starts.length - 1;
  const last = places.length - 1;

  function at(number: number): string {
    const end = starts[number + 1] ?? 0;
    let text = "";
    for (let from = starts[number] ?? end; from < end; from += UNITS_AT_ONCE) {
      text += String.fromCharCode(...units.subarray(from, Math.min(end, from + UNITS_AT_ONCE)));
    }
    return text;
  }

  function isAt(number: number, text: string): boolean {
    const start = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - start !== text.length) return false;
    for (let offset = 0; offset < text.length; offset += 1) {
      if (units[start + offset] !== text.charCodeAt(offset)) return false;
    }
    return true;
  }

  return {
    size,
    at,
    numberOf(text) {
      let place = hashOf(text) & last;
      for (;;) {
        const number = (places[place] ?? 0) - 1;
        if (number < 0) return undefined;
        if (isAt(number, text)) return number;
        place = (place + 1) & last;
      }
    },
    *keys() {
      for (let number = 0; number < size; number += 1) yield at(number);
    },
    packed,
  };
}

/** FNV-1a, of 16 bits at a time: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  // Its low bits, which decide the place, hardly depend on the high bits of letters.
  return hash ^ (hash >>> 15);
}
