/** Features are numbers of weights: what they say is hashed into as many as there are. */
export const WEIGHTS = 2 ** 17;

/** FNV-1a. */
export function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return hash;
}

/** Both together, in this order. */
export function pair(one: number, other: number): number {
  return Math.imul(one ^ 0x9e_37_79_b9, 0x85_eb_ca_6b) ^ other;
}

/** Collects the features of one token or sentence; the n-th one added says the same of each. */
export function featureList() {
  const features: number[] = [];
  const add = (value: number) => {
    features.push(hashedFeature(features.length, value));
  };
  return { add, list: () => new Int32Array(features) };
}

/** A value of a feature; the last step is that of MurmurHash3. */
export function hashedFeature(feature: number, value: number): number {
  let mixed = Math.imul(value ^ Math.imul(feature + 1, 0x9e_37_79_b1), 0x85_eb_ca_6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
  return (mixed ^ (mixed >>> 16)) & (WEIGHTS - 1);
}
