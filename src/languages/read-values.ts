import { numberTerm } from "./numbers/read-digits.ts";
import type { NumberLexicon } from "./numbers/number-words.ts";
import { type FoldedWord, readNumbers } from "./numbers/read-numbers.ts";
import { readTimes } from "./times/read-times.ts";
import type { TimeLexicon } from "./times/time-words.ts";
import type { Units } from "./units.ts";

/** A value that words of a text stand for, as a term: the same for every way to write it. */
type ValueTerm = {
  /** The term of a word if it has one (`2000`, `dollar`); begins with `=` if not (`=21:30`). */
  readonly term: string;
  /** Numbers of its first and last word. */
  readonly first: number;
  readonly last: number;
  /** Whether the words say when, rather than how many. */
  readonly isTime?: true;
};

/** A word with its term. */
type ValueWord = FoldedWord & { readonly term: string };

/** Numbers, units and times of day in a text. */
export type ReadValues = (text: string, words: readonly ValueWord[]) => ValueTerm[];

export type ValueLexicons = {
  readonly numbers: NumberLexicon;
  readonly times: TimeLexicon;
  readonly units: Units;
};

export function createValueReader({ numbers, times, units }: ValueLexicons): ReadValues {
  return (text, words) => [
    ...numberTerms(text, words, numbers),
    ...unitTerms(text, words, units),
    ...readTimes({ text, words, times, numbers }).flatMap(({ minutes, first, last }) =>
      minutes.map((time) => ({ term: timeTerm(time), first, last, isTime: true as const })),
    ),
  ];
}

/** "Two thousand" is also `2000`, and "twenty-first" the same as "21st". */
function numberTerms(
  text: string,
  words: readonly ValueWord[],
  numbers: NumberLexicon,
): ValueTerm[] {
  return readNumbers(text, words, numbers).flatMap(({ value, isOrdinal, first, last }) => {
    const term = isOrdinal ? `=${numberTerm(value)}.` : numberTerm(value);
    return first === last && words[first]?.term === term ? [] : { term, first, last };
  });
}

const DIGIT_FIRST = /^\p{Nd}/u;

/** "$2" and "2 USD" also have the word "dollar". */
function unitTerms(text: string, words: readonly ValueWord[], units: Units): ValueTerm[] {
  const found: ValueTerm[] = [];
  for (const [at, { word, folded, term }] of words.entries()) {
    if (DIGIT_FIRST.test(folded)) {
      for (const unit of units.besideNumber(word, text)) {
        found.push({ term: unit, first: at, last: at });
      }
      continue;
    }
    const unit = units.ofTerm(term);
    if (unit !== undefined && unit !== term) found.push({ term: unit, first: at, last: at });
    const ofTwo = units.ofTwo(words[at - 1]?.folded ?? "", folded);
    if (ofTwo !== undefined) found.push({ term: ofTwo, first: at - 1, last: at });
  }
  return found;
}

const MINUTES_IN_HOUR = 60;

function timeTerm(minutes: number): string {
  const minute = String(minutes % MINUTES_IN_HOUR).padStart(2, "0");
  return `=${Math.floor(minutes / MINUTES_IN_HOUR)}:${minute}`;
}
