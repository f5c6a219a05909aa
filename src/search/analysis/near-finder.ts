import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Steps } from "../../languages/steps.ts";
import { NO_ROW } from "../../languages/word-vectors.ts";

/**
 * Cosine from which a reader takes one word for another: "casualties" for "killed". Of the words that replies to
 * readers' questions named as missing, it spares twice as many where the article answers as where it does not; a
 * lower one spares as many of either.
 */
const NEAR = 0.7;

/** The rows of the terms' vectors, without those of stop words. Words without a vector are near none. */
export function* recordNearRows(
  known: Iterable<string>,
  { terms, wordVectors }: LanguagePack,
): Steps<Int32Array> {
  const used = new Set<number>();
  for (const term of known) {
    const row = wordVectors.rowOf(term);
    if (row !== NO_ROW && !used.has(row) && !terms.isStopWord(term)) used.add(row);
    yield;
  }
  return Int32Array.from(used);
}

/** Finds out whether a term of one of the rows is used in the same surroundings as a word. */
export function openNearFinder(
  rows: Int32Array,
  { terms, wordVectors }: LanguagePack,
): (word: string) => boolean {
  return (word) => {
    const row = wordVectors.rowOf(terms.of(word));
    return wordVectors.similarities([row], rows).some((cosine) => cosine >= NEAR);
  };
}
