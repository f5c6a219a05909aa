import type { Sentence } from "../read-text.ts";
import { hashedFeature, hashOf, pair } from "./hashed-feature.ts";

const WORD = 0;
const WORD_IN_QUOTES = 1;
const TWO_WORDS = 2;
const FIRST_WORDS = [3, 4, 5] as const;
const LAST_WORDS = 6;
const BEFORE = 7;
const AFTER = 8;
/** Words at the end of a sentence that may tell who says it. */
const LAST = 4;

/** Features of a sentence by its words, and those of the sentences before and after. */
export function sentenceWordFeatures(text: readonly Sentence[], number: number): Int32Array {
  const tokens = text[number]?.tokens ?? [];
  const features = new Set<number>();
  const add = (feature: number, value: number) => features.add(hashedFeature(feature, value));
  const hashes = tokens.map(({ lower }) => hashOf(lower));
  for (const [at, hash] of hashes.entries()) {
    const next = hashes[at + 1] ?? 0;
    add(WORD, hash);
    add(WORD_IN_QUOTES, pair(hash, quotedBit(tokens[at]?.quotation)));
    add(TWO_WORDS, pair(hash, next));
    const first = FIRST_WORDS[at];
    if (first !== undefined) add(first, hash);
    if (at >= tokens.length - LAST) add(LAST_WORDS, hash);
  }
  for (const [feature, other] of [
    [BEFORE, text[number - 1]],
    [AFTER, text[number + 1]],
  ] as const) {
    for (const { lower, quotation } of other?.tokens ?? []) {
      add(feature, pair(hashOf(lower), quotedBit(quotation)));
    }
  }
  return Int32Array.from(features);
}

function quotedBit(quotation: number | undefined): number {
  return quotation !== undefined && quotation >= 0 ? 1 : 0;
}
