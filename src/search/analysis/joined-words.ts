import type { Terms } from "../../languages/terms.ts";
import type { Word } from "../../text/words.ts";
import type { AddedTerm } from "./added-terms.ts";
import type { AnalysedWord } from "./analyse-text.ts";

/** Longer chains are lists: "Paris-Lyon-Marseille-Nice-Genoa-Rome". */
const MAX_JOINED = 5;

/**
 * Words that are written together as well: "e-mail" and `email`, "F-16" and `f16`, "AT&T" and `att`,
 * "Ph. D." and `phd`. Of a longer chain, each two neighbours, and all.
 */
export function joinedWords(
  text: string,
  words: readonly AnalysedWord[],
  terms: Terms,
): AddedTerm[] {
  const added: AddedTerm[] = [];
  const add = (first: number, last: number) => {
    const chain = words.slice(first, last + 1).map(({ word }) => word.text.replace(LAST_DOT, ""));
    const { term, folded } = terms.read(chain.join(""));
    added.push({ term, folded, first, last });
  };
  let first = 0;
  let before: Word | undefined;
  for (let number = 0; number < words.length; number += 1) {
    const word = words[number]?.word;
    const isJoined = before !== undefined && word !== undefined && areJoined(before, word, text);
    if (isJoined) {
      add(number - 1, number);
    } else {
      addChain(first, number - 1);
      first = number;
    }
    before = word;
  }
  addChain(first, words.length - 1);
  return added;

  function addChain(from: number, upTo: number): void {
    const length = upTo - from + 1;
    if (length > 2 && length <= MAX_JOINED) add(from, upTo);
  }
}

/** The longest gap is " & ". */
const MAX_GAP = 3;
const SPACE = " ".charCodeAt(0);
/** Hyphens of every kind, and signs within names. Dashes join no words, and slashes part them. */
const JOINS = /^(?:[-‐‑־.&]| & )$/u;
const DOT_AND_SPACE = /^\.\s$/u;
const LAST_DOT = /\.$/u;
const NUMBER = /^\p{N}/u;
/** "Ph. D.", "U. S.", "т. д." */
const SHORT = /^\p{L}{1,2}$/u;
const LETTER = /^\p{L}$/u;

/** A hyphen between numbers is a range or a score. */
function areJoined(before: Word, word: Word, text: string): boolean {
  const length = word.start - before.end;
  if (length > MAX_GAP || (length === 1 && text.charCodeAt(before.end) === SPACE)) return false;
  const gap = text.slice(before.end, word.start);
  if (DOT_AND_SPACE.test(gap)) return SHORT.test(before.text) && LETTER.test(word.text);
  return JOINS.test(gap) && !(NUMBER.test(before.text) && NUMBER.test(word.text));
}
