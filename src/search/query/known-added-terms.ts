import type { Word } from "../../text/words.ts";
import type { AnalysedText } from "../analysis/analyse-text.ts";
import type { IndexedWords } from "../analysis/word-spacing.ts";
import type { LanguageIndex } from "../index/language-index.ts";

/** An added term of a question that the articles have too, with its UTF-16 offsets in the question. */
export type KnownAddedTerm = {
  readonly term: string;
  readonly start: number;
  readonly end: number;
};

type Place = Pick<Word, "start" | "end">;

export function knownAddedTerms(
  { words, added }: AnalysedText,
  index: LanguageIndex,
): KnownAddedTerm[] {
  const known = added.filter(({ term }) => index.dictionary.idOf(term) !== undefined);
  return known.map(({ term, first, last }) => ({
    term,
    start: words[first]?.word.start ?? 0,
    end: words[last]?.word.end ?? 0,
  }));
}

const NUMBER = /^\p{Nd}/u;

/**
 * Whether the question has a number of several words that the articles never have: "1.5 million". The one of a day
 * that they do have says nothing: "28-го марта", if the text has "from 27 to 29 March".
 */
export function hasUnknownValue({ added }: AnalysedText, { dictionary }: LanguageIndex): boolean {
  const isKnown = ({ term }: { readonly term: string }) => dictionary.idOf(term) !== undefined;
  return added.some(
    (value) =>
      NUMBER.test(value.term) &&
      value.last > value.first &&
      !added.some((same) => same.first <= value.first && same.last >= value.last && isKnown(same)),
  );
}

/** Neighbours that some passage may write together, while others do not: "air field". */
export function writtenTogether(
  text: string,
  written: readonly Word[],
  { terms }: LanguageIndex,
  { knows, isStopWord }: IndexedWords,
): KnownAddedTerm[] {
  return written.slice(1).flatMap((word, number) => {
    const before = written[number];
    if (before?.end !== word.start - 1 || text.charAt(before.end) !== " ") return [];
    const together = before.text + word.text;
    if (isStopWord(before.text) || isStopWord(word.text) || !knows(together)) return [];
    return [{ term: terms.of(together), start: before.start, end: word.end }];
  });
}

/** The positions of the content words that the added terms stand for. */
export function placedAmong(words: readonly Place[], added: readonly KnownAddedTerm[]) {
  return added.flatMap((one) => {
    const first = words.findIndex((word) => standsFor(one, word));
    const last = words.findLastIndex((word) => standsFor(one, word));
    return first < 0 ? [] : [{ term: one.term, first, last }];
  });
}

/** Nothing if it stands for no content word, or is the term of the only one. */
export function withWords<Asked extends Place & { readonly term: string }>(
  added: KnownAddedTerm,
  words: readonly Asked[],
): (KnownAddedTerm & { readonly words: readonly Asked[] })[] {
  const within = words.filter((word) => standsFor(added, word));
  return within.every(({ term }) => term === added.term) ? [] : [{ ...added, words: within }];
}

/** Whether a word is among those that an added term stands for. */
export function standsFor({ start, end }: KnownAddedTerm, word: Place): boolean {
  return word.start >= start && word.end <= end;
}
