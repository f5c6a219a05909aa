import type { Stem } from "./language-pack.ts";
import { foldWord } from "../text/words.ts";

/**
 * Words and signs for one unit, the usual word first: "percent % pct per_cent". An underscore stands for the
 * space between two words.
 */
export type UnitGroups = readonly string[];

export type Units = {
  /** The term of the usual word for the unit that a term stands for. */
  readonly ofTerm: (term: string) => string | undefined;
  /** The same for two adjacent words, folded. */
  readonly ofTwo: (first: string, second: string) => string | undefined;
  /** Whether it is the second of two such words. */
  readonly isSecond: (folded: string) => boolean;
  /** The same for a sign: "$", "%". */
  readonly ofSign: (sign: string) => string | undefined;
};

const LETTERS = /^[\p{L}_]+$/u;

export function unitsOf(groups: UnitGroups, stem: Stem): Units {
  const byTerm = new Map<string, string>();
  const byTwo = new Map<string, string>();
  const bySign = new Map<string, string>();
  for (const group of groups) {
    const [usual = "", ...others] = group.split(" ");
    const term = stem(foldWord(usual));
    for (const other of [usual, ...others]) {
      if (!LETTERS.test(other)) bySign.set(other, term);
      else if (other.includes("_")) byTwo.set(other, term);
      else byTerm.set(stem(foldWord(other)), term);
    }
  }
  const secondWords = new Set([...byTwo.keys()].map((two) => two.split("_")[1]));
  return {
    ofTerm: (term) => byTerm.get(term),
    ofTwo: (first, second) => byTwo.get(`${first}_${second}`),
    isSecond: (folded) => secondWords.has(folded),
    ofSign: (sign) => bySign.get(sign),
  };
}
