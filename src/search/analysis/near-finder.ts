import type { LanguagePack } from "../../languages/language-pack.ts";

/**
 * Cosine from which a reader takes one word for another: "casualties" for "killed". Of the words that replies to
 * readers' questions named as missing, it spares twice as many where the article answers as where it does not; a
 * lower one spares as many of either.
 */
const NEAR = 0.7;

/** Finds out whether one of the terms is used in the same surroundings as a word. */
export function createNearFinder(
  known: Iterable<string>,
  { terms, wordVectors }: LanguagePack,
): (word: string) => boolean {
  const rows = Int32Array.from(
    [...known].filter((term) => !terms.isStopWord(term)),
    wordVectors.rowOf,
  );
  return (word) => {
    const row = wordVectors.rowOf(terms.of(word));
    return wordVectors.similarities([row], rows).some((cosine) => cosine >= NEAR);
  };
}
