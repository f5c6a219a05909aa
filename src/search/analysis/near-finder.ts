import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Steps } from "./steps.ts";
import { NO_ROW } from "../../languages/word-vectors.ts";

/**
 * Cosine from which a reader takes one word for another: "casualties" for "killed". Of the words that replies to
 * readers' questions named as missing, it spares twice as many where the article answers as where it does not; a
 * lower one spares as many of either.
 */
const NEAR = 0.7;

/** Finds out whether one of the terms is used in the same surroundings as a word. */
export function* createNearFinder(
  known: Iterable<string>,
  { terms, wordVectors }: LanguagePack,
): Steps<(word: string) => boolean> {
  const used = new Set<number>();
  for (const term of known) {
    if (!terms.isStopWord(term)) used.add(wordVectors.rowOf(term));
    yield;
  }
  // Words without a vector are near none.
  used.delete(NO_ROW);
  const rows = Int32Array.from(used);
  return (word) => {
    const row = wordVectors.rowOf(terms.of(word));
    return wordVectors.similarities([row], rows).some((cosine) => cosine >= NEAR);
  };
}
