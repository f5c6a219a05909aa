import type { ReadDates } from "./dates/read-dates.ts";
import type { CalendarDay } from "./dates/calendar.ts";
import { createDateTerms } from "./dates/date-terms.ts";
import { numberTerm } from "./numbers/read-digits.ts";
import type { NumberLexicon } from "./numbers/number-words.ts";
import { readNumbers, startsNumber } from "./numbers/read-numbers.ts";
import { readTimes, startsTime } from "./times/read-times.ts";
import type { TimeLexicon } from "./times/time-words.ts";
import type { Units } from "./units.ts";
import type { ValueTerm, ValueWord } from "./value-term.ts";

type ValueLexicons = {
  readonly numbers: NumberLexicon;
  readonly times: TimeLexicon;
  readonly units: Units;
  readonly datesIn: ReadDates;
  readonly months: readonly string[];
};

export type ValueReader = {
  /** Numbers, units, dates and times of day in a text. `published`: what "yesterday" counts from. */
  readonly valuesIn: (
    text: string,
    words: readonly ValueWord[],
    published?: CalendarDay,
  ) => readonly ValueTerm[];
  /** Whether a value other than a date may start with a word. */
  readonly startsValue: (word: string, folded: string, term: string) => boolean;
};

export function createValueReader(lexicons: ValueLexicons): ValueReader {
  const { numbers, times, units, datesIn, months } = lexicons;
  const dateTerms = createDateTerms(datesIn, months);
  return {
    valuesIn(text, words, published) {
      const starts = startsIn(words);
      const found = dateTerms(text, words, published);
      if (starts.length === 0) return found;
      const clocks = readTimes({ text, words, times, numbers }, starts);
      return [
        ...found,
        ...numberTerms(readNumbers({ text, words, lexicon: numbers }, starts), words),
        ...starts.flatMap((at) => unitTerms(at, words, units)),
        ...clocks.flatMap(({ minutes, first, last }) =>
          minutes.map((time) => ({ term: timeTerm(time), first, last, isTime: true as const })),
        ),
      ];
    },
    startsValue: (word, folded, term) =>
      startsNumber(word, folded, numbers) ||
      startsTime(folded, lexicons) ||
      units.ofTerm(term) !== undefined ||
      units.isSecond(folded),
  };
}

function startsIn(words: readonly ValueWord[]): number[] {
  const starts: number[] = [];
  for (let at = 0; at < words.length; at += 1) if (words[at]?.startsValue) starts.push(at);
  return starts;
}

/** "Two thousand" is also `2000`, and "twenty-first" the same as "21st". */
function numberTerms(
  readings: ReturnType<typeof readNumbers>,
  words: readonly ValueWord[],
): ValueTerm[] {
  return readings.flatMap(({ value, isOrdinal, first, last }) => {
    const term = isOrdinal ? `=${numberTerm(value)}.` : numberTerm(value);
    return first === last && words[first]?.term === term ? [] : { term, first, last };
  });
}

/** "2 USD" also has the word "dollar". */
function unitTerms(at: number, words: readonly ValueWord[], units: Units): ValueTerm[] {
  const { folded = "", term = "" } = words[at] ?? {};
  const unit = units.ofTerm(term);
  if (unit !== undefined) return unit === term ? [] : [{ term: unit, first: at, last: at }];
  const ofTwo = units.ofTwo(words[at - 1]?.folded ?? "", folded);
  return ofTwo === undefined ? [] : [{ term: ofTwo, first: at - 1, last: at }];
}

const MINUTES_IN_HOUR = 60;

function timeTerm(minutes: number): string {
  const minute = String(minutes % MINUTES_IN_HOUR).padStart(2, "0");
  return `=${Math.floor(minutes / MINUTES_IN_HOUR)}:${minute}`;
}
