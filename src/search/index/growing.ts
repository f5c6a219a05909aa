export type Numbers = Int32Array | Uint16Array | Uint8Array;

/** Numbers of a kind, as many as come. */
export type Growing<Kind extends Numbers> = {
  readonly length: () => number;
  readonly push: (value: number) => void;
  /** All of them; none can be pushed from then on. */
  readonly toArray: () => Kind;
};

export const growing32 = () => growing((length) => new Int32Array(length));
export const growing16 = () => growing((length) => new Uint16Array(length));
export const growing8 = () => growing((length) => new Uint8Array(length));

/** Most indexes are of an article. A power of two, so that blocks grow to their length. */
const FIRST_LENGTH = 256;
/** Blocks, because an array that grows by copying takes three times its memory meanwhile. */
const BLOCK_LENGTH = 65_536;

function growing<Kind extends Numbers>(create: (length: number) => Kind): Growing<Kind> {
  const full: Kind[] = [];
  let block = create(FIRST_LENGTH);
  let at = 0;

  return {
    length: () => full.length * BLOCK_LENGTH + at,
    push(value) {
      if (at === block.length) makeRoom();
      block[at] = value;
      at += 1;
    },
    toArray() {
      const all = create(full.length * BLOCK_LENGTH + at);
      for (const [number, values] of full.entries()) all.set(values, number * BLOCK_LENGTH);
      all.set(block.subarray(0, at), full.length * BLOCK_LENGTH);
      full.length = 0;
      return all;
    },
  };

  function makeRoom(): void {
    if (at === BLOCK_LENGTH) {
      full.push(block);
      block = create(BLOCK_LENGTH);
      at = 0;
    } else {
      const grown = create(2 * at);
      grown.set(block);
      block = grown;
    }
  }
}
