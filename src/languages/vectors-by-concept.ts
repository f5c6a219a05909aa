import { cachedByWord } from "../text/cached-by-word.ts";
import type { LanguagePack } from "./language-pack.ts";
import type { Terms } from "./terms.ts";
import { NO_ROW, type WordVectors } from "./word-vectors.ts";

/**
 * The vectors of a language that has some, for the terms of another: each has the vector of the plainest word for its concept;
 * of several concepts, of the most common word.
 */
export function vectorsByConcept({ concepts }: Terms, other: LanguagePack): WordVectors {
  const { wordVectors, terms } = other;
  const rowOf = cachedByWord((term) => {
    const rows = concepts.conceptsOf(term).flatMap((concept) => {
      const [plainest] = terms.concepts.wordsOf(concept);
      const row = plainest === undefined ? NO_ROW : wordVectors.rowOf(terms.of(plainest));
      return row === NO_ROW ? [] : [row];
    });
    return rows.length === 0 ? NO_ROW : Math.min(...rows);
  });

  return { ...wordVectors, rowOf };
}
