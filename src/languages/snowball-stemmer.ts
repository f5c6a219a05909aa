import snowball from "snowball-stemmers";
import type { Stem } from "./language-pack.ts";

const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ["da", "danish"],
  ["de", "german"],
  ["en", "english"],
  ["es", "spanish"],
  ["fi", "finnish"],
  ["fr", "french"],
  ["hu", "hungarian"],
  ["it", "italian"],
  ["nl", "dutch"],
  ["pt", "portuguese"],
  ["ro", "romanian"],
  ["ru", "russian"],
  ["sv", "swedish"],
  ["tr", "turkish"],
]);

export const SNOWBALL_LANGUAGES: readonly string[] = [...ALGORITHMS.keys()];

/** `code`: two letters. Words of a language without an algorithm are left unchanged. */
export function snowballStemmer(code: string): Stem {
  const algorithm = ALGORITHMS.get(code);
  if (algorithm === undefined) return (folded) => folded;

  const stemmer = snowball.newStemmer(algorithm);
  return (folded) => stemmer.stem(folded);
}
