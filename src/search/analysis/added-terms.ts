import type { CalendarDay } from "../../languages/dates/calendar.ts";
import type { Terms } from "../../languages/terms.ts";
import { joinedWords } from "./joined-words.ts";
import { otherSpellings } from "./other-spellings.ts";
import type { AnalysedWord } from "./analyse-text.ts";

/**
 * A term that one or more adjacent words of a text stand for, besides their own terms: "e-mail" has the
 * words "e" and "mail", and `email` is added.
 *
 * Articles and questions get theirs from the same function, `addedTermsIn`. A passage is indexed under the
 * added term at the place of its words, and the whole of them is highlighted. In a question, the words are
 * known if the articles have the added term, and a passage that has it matches all of them: "March 21"
 * matches "20–22 March" if both have the same added term. So a new way to write the same thing needs
 * entries on both sides, and nothing else.
 *
 * Words are not counted twice: the length of a passage, its positions and its sentences stay the same.
 */
export type AddedTerm = {
  /**
   * Any text without spaces. What is no word, such as a date, begins with `=`, which no word does, so that
   * words never match it.
   */
  readonly term: string;
  /** Numbers of the first and the last word in `AnalysedText.words`. */
  readonly first: number;
  readonly last: number;
  /** The added word, folded, if it is one: it takes part in the correction of spelling. */
  readonly folded?: string;
  /** Whether the words say when, rather than how many. */
  readonly isTime?: true;
  /** Whether a number that could be a year may be none. */
  readonly isAmount?: true;
};

/** All added terms of a text, in the order of their last words. */
export function addedTermsIn(
  text: string,
  words: readonly AnalysedWord[],
  { terms, published }: { readonly terms: Terms; readonly published?: CalendarDay | undefined },
): readonly AddedTerm[] {
  const added = [
    ...joinedWords(text, words, terms),
    ...otherSpellings(words, terms),
    ...terms.valuesIn(text, words, published),
  ];
  return added.length < 2 ? added : added.toSorted((one, other) => one.last - other.last);
}
