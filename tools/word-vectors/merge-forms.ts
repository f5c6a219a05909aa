import type { Terms } from "../../src/languages/terms.ts";
import { TOKEN_CLASS } from "../../src/languages/token-classes.ts";
import { addScaled } from "../../src/training/gradient-descent.ts";
import { wordsIn } from "../../src/text/words.ts";
import { toLengthOne, type Vector } from "./vectors.ts";

/** A word as written, lower case. */
export type SourceWord = { readonly word: string; readonly vector: Vector };

/** A term as indexed. */
export type TermVector = { readonly term: string; readonly vector: Vector };

/** By Zipf's law, the word of rank r is about this often used; the first few are less far apart than that. */
const countAt = (rank: number) => 1 / (rank + 10);

/**
 * The most common terms of a list of words that begins with the most common one. The vector of a term is the
 * mean of its words', each as heavy as it is common: "visits" and "visited" are one term.
 */
export function mergeForms(words: readonly SourceWord[], terms: Terms, size: number): TermVector[] {
  const merged = new Map<string, { count: number; readonly vector: Vector }>();
  for (const [rank, { word, vector }] of words.entries()) {
    const { term, isStopWord } = terms.read(word);
    if (isStopWord || !hasMeaning(word, terms)) continue;
    const known = merged.get(term) ?? { count: 0, vector: new Float64Array(vector.length) };
    merged.set(term, known);
    known.count += countAt(rank);
    addScaled(toLengthOne(vector), countAt(rank), known.vector);
  }
  return [...merged]
    .toSorted(([, one], [, other]) => other.count - one.count)
    .slice(0, size)
    .map(([term, { vector }]) => ({ term, vector: toLengthOne(vector) }));
}

const DIGIT = /\p{N}/u;

/**
 * Whether it is one word, as the words of an article are split, and no number: three and four are used alike,
 * yet four is no answer to a question about three.
 */
export function hasMeaning(word: string, terms: Terms): boolean {
  const [first, ...others] = wordsIn(word);
  return first?.text === word && others.length === 0 && !isNumber(word, terms);
}

/** Its term is looked at as well: "threes". */
function isNumber(word: string, terms: Terms): boolean {
  const { term, classes } = terms.read(word);
  return DIGIT.test(word) || ((classes | terms.read(term).classes) & TOKEN_CLASS.number) !== 0;
}
