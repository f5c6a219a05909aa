import type { LanguagePack } from "../../../languages/language-pack.ts";
import { hashOf } from "./hashed-feature.ts";

/**
 * Words used in the same surroundings are of one class: what is learned of "said" holds for "remarked". By row of the
 * word vectors, the number of its class among few, and among many.
 */
export type WordClasses = { readonly few: Uint8Array; readonly many: Uint16Array };

/** A word's base form and its classes, as numbers to be hashed. */
export type ClassesOf = (lower: string) => readonly [base: number, few: number, many: number];

/** Looks up each word once. */
export function classLookup(
  { few, many }: WordClasses,
  { terms, wordVectors }: Pick<LanguagePack, "terms" | "wordVectors">,
): ClassesOf {
  const known = new Map<string, readonly [number, number, number]>();
  return (lower) => {
    const found = known.get(lower);
    if (found) return found;
    const term = terms.of(lower);
    const row = wordVectors.rowOf(term);
    const classes = [hashOf(term), few[row] ?? NO_CLASS, many[row] ?? NO_CLASS] as const;
    known.set(lower, classes);
    return classes;
  };
}

const NO_CLASS = -1;
