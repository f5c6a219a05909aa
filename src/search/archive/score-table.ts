/** Sums by key, which is a whole number of at least 0: a `Map` would allocate every key and every sum. */
export type ScoreTable = {
  /** Adds to the sum of a key, which is 0 at first. */
  readonly add: (key: number, score: number) => void;
  /** The same for a key that is there; does nothing for others. */
  readonly addIfThere: (key: number, score: number) => void;
  /** In the order in which the keys came. */
  readonly forEach: (take: (key: number, sum: number) => void) => void;
};

const FREE = -1;
const FIRST_SLOTS = 2 ** 10;
/** Of two to the power of 32; from the golden ratio, as in Knuth's multiplicative hashing. */
const MULTIPLIER = 0x9e3779b1;
const HALF = 2 ** 32;

/** Open addressing with linear probing over the places of keys, which are kept in order. */
export function openScoreTable(): ScoreTable {
  let slots = new Int32Array(FIRST_SLOTS).fill(FREE);
  let keys = new Float64Array(FIRST_SLOTS / 2);
  let sums = new Float64Array(FIRST_SLOTS / 2);
  let size = 0;

  /** The slot of a key, or the free one where it belongs. */
  function slotOf(key: number): number {
    const mask = slots.length - 1;
    let slot = hashOf(key) & mask;
    for (;;) {
      const place = slots[slot] ?? FREE;
      if (place === FREE || keys[place] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }
  function grow(): void {
    keys = grown(keys);
    sums = grown(sums);
    slots = new Int32Array(2 * slots.length).fill(FREE);
    for (let place = 0; place < size; place += 1) slots[slotOf(keys[place] ?? 0)] = place;
  }
  return {
    add(key, score) {
      const slot = slotOf(key);
      let place = slots[slot] ?? FREE;
      if (place === FREE) {
        place = size;
        slots[slot] = place;
        keys[place] = key;
        size += 1;
      }
      sums[place] = (sums[place] ?? 0) + score;
      if (size === keys.length) grow();
    },
    addIfThere(key, score) {
      const place = slots[slotOf(key)] ?? FREE;
      if (place !== FREE) sums[place] = (sums[place] ?? 0) + score;
    },
    forEach(take) {
      for (let place = 0; place < size; place += 1) take(keys[place] ?? 0, sums[place] ?? 0);
    },
  };
}

function hashOf(key: number): number {
  const high = Math.floor(key / HALF);
  const mixed = Math.imul((key % HALF) ^ Math.imul(high, MULTIPLIER), MULTIPLIER);
  return mixed ^ (mixed >>> 15);
}

function grown(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * values.length);
  larger.set(values);
  return larger;
}
