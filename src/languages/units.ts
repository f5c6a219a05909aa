import type { Stem } from "./language-pack.ts";
import { foldWord, type Word } from "../text/words.ts";

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
  /** The same for the signs right before and behind a number: "$2", "12 %". */
  readonly besideNumber: (word: Word, text: string) => readonly string[];
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
  const signAt = (text: string, at: number) => bySign.get(text.charAt(at));
  return {
    ofTerm: (term) => byTerm.get(term),
    ofTwo: (first, second) => byTwo.get(`${first}_${second}`),
    isSecond: (folded) => secondWords.has(folded),
    besideNumber({ start, end }, text) {
      const before =
        signAt(text, start - 1) ?? (isSpace(text, start - 1) ? signAt(text, start - 2) : undefined);
      const behind = signAt(text, end) ?? (isSpace(text, end) ? signAt(text, end + 1) : undefined);
      return [before ?? [], behind ?? []].flat();
    },
  };
}

const SPACE = /\s/u;

function isSpace(text: string, at: number): boolean {
  return SPACE.test(text.charAt(at));
}
