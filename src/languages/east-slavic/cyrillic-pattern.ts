import { termsFor } from "../terms.ts";
import { foldWord } from "../../text/words.ts";
import type { WordSet } from "../language-pack.ts";

/** Where a word begins or ends: `\b` and `\W` know Latin letters alone. */
const WORD_EDGE = "(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}]))";
const NO_LETTER = "[^\\p{L}\\p{N}]";
const LETTER = "[\\p{L}\\p{N}]";

/** A pattern in which `\b`, `\w` and `\W` go by the letters of every script. */
export function pattern(source: string, flags = "iu"): RegExp {
  const spelt = source
    .replaceAll("\\b", WORD_EDGE)
    .replaceAll("\\W", NO_LETTER)
    .replaceAll("\\w", LETTER);
  return new RegExp(spelt, flags);
}

/** Words in all their forms: what has the stem of one of them is of the set. */
export function wordsInAllForms(language: string, ...lists: readonly string[]): WordSet {
  const { of } = termsFor(language);
  const stems = new Set(lists.join(" ").trim().split(/\s+/u).map(of));
  return { has: (word) => stems.has(of(foldWord(word))) };
}
