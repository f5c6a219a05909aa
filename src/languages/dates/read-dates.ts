import type { Range } from "../../text/ranges.ts";
import type { CalendarDay } from "./calendar.ts";
import {
  dateLexiconOf,
  type DateLexicon,
  type DateRelation,
  type DateWords,
  type WordsBesideDates,
} from "./date-words.ts";
import { dateTokensIn, type DateToken, type DateTokens } from "./date-tokens.ts";
import { rangeOf, resolveDate, type DateValue } from "./date-value.ts";
import { readDays } from "./read-days.ts";
import { readPeriod } from "./read-period.ts";
import { readRelative, readYearOffset } from "./read-relative.ts";

/** A date in a text, and what it stands for (UTF-16 offsets). */
export type DateSpan = {
  readonly start: number;
  readonly end: number;
  /** The date as it is shown alone: "since 2014", "у березні". Days of a list share the whole list. */
  readonly phrase: Range;
  readonly relation?: DateRelation;
  readonly value: DateValue;
};

/**
 * Finds the dates of a text, in order: days, periods, ranges, days of the week, and words such as
 * "yesterday", which are counted from the day of publication if it is known. Times of day are not read.
 */
export type ReadDates = (text: string, published?: CalendarDay) => readonly DateSpan[];

export function createDateReader(words: DateWords, beside: WordsBesideDates): ReadDates {
  const lexicon: DateLexicon = dateLexiconOf(words, beside);
  return (text, published) => {
    const tokens = dateTokensIn(text, lexicon);
    const spans: DateSpan[] = [];
    let index = 0;
    while (index < tokens.length) {
      const found = readAt(index, tokens, words);
      if (found.length > 0) spans.push(...spansOf(found, { tokens, text, published }));
      index = Math.max(index + 1, found.at(-1)?.upTo ?? 0);
    }
    return spans;
  };
}

type Source = {
  readonly tokens: DateTokens;
  readonly text: string;
  readonly published: CalendarDay | undefined;
};

function spansOf(found: readonly Reading[], { tokens, text, published }: Source): DateSpan[] {
  const extents = found.map((reading) => ({ ...extentOf(reading, tokens, text), ...reading }));
  const phraseStart = extents[0]?.phraseStart ?? 0;
  const phraseEnd = extents.at(-1)?.end ?? 0;
  return extents.map(({ start, end, relation, value }) => ({
    start,
    end,
    phrase: [phraseStart, phraseEnd],
    ...(relation && { relation }),
    value: resolveDate(value, published),
  }));
}

/** Tokens from one to another (exclusive), and their value. */
type Reading = { readonly first: number; readonly upTo: number; readonly value: DateValue };

/** The dates that start at a token, as a rule one or none; longest first. */
function readAt(index: number, tokens: DateTokens, words: DateWords): readonly Reading[] {
  const { word, digits } = tokens.at(index);
  if (digits === 0 && !word.starts && !isRoman(index, tokens)) return [];
  const found = readOne(index, tokens, words);
  const last = found.at(-1);
  if (!last) return [];
  const range = readRange(last, tokens, words);
  return range ? [...found.slice(0, -1), range] : found;
}

function isRoman(index: number, tokens: DateTokens): boolean {
  return tokens.at(index + 1).word.unit === "century";
}

function readOne(index: number, tokens: DateTokens, words: DateWords): Reading[] {
  const days = withoutWeekday(index, tokens, words);
  if (days.length > 0) return days.map((one) => withYearOffset(one, tokens));
  const period = readPeriod(index, tokens);
  if (period) {
    return [withYearOffset({ first: index, upTo: period.upTo, value: daysFrom(period) }, tokens)];
  }
  const relative = readRelative(index, tokens);
  return relative ? [withYearOffset({ first: index, ...relative }, tokens)] : [];
}

/** "20 March last year" */
function withYearOffset(reading: Reading, tokens: DateTokens): Reading {
  const { value } = reading;
  if (value.kind !== "days" || value.from.year !== undefined) return reading;
  const year = readYearOffset(reading.upTo, tokens);
  return year
    ? { ...reading, upTo: year.upTo, value: { ...value, yearOffset: year.offset } }
    : reading;
}

/** "Tuesday, 14 March" is the day in March. */
function withoutWeekday(index: number, tokens: DateTokens, words: DateWords): Reading[] {
  const { weekday } = tokens.at(index).word;
  const { gap, word } = tokens.at(index + 1);
  const hasGap = gap === "space" || gap === "comma";
  const at = weekday !== undefined && hasGap ? index + (word.isThe ? 2 : 1) : index;
  const days = readDays(at, tokens, words);
  return days.map((day, place) => ({
    first: place === 0 && day.first === at ? index : day.first,
    upTo: day.upTo,
    value: daysFrom(day),
  }));
}

function daysFrom({
  from,
  to,
}: {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}): DateValue {
  return { kind: "days", from, to };
}

/** "20 March – 3 April", "from May to July", "between 3 and 5 May" */
function readRange(start: Reading, tokens: DateTokens, words: DateWords): Reading | undefined {
  const opener = tokens.at(start.first - 1);
  const isOpened = opener.word.opensRange === true && tokens.at(start.first).gap === "space";
  const first = isOpened ? start.first - 1 : start.first;
  const end = readEnd(start.upTo, tokens, { words, isOpened });
  if (end && start.value.kind === "days" && end.value.kind === "days") {
    const { yearOffset } = end.value;
    const days = rangeOf(start.value, end.value);
    const value = {
      kind: "days",
      ...days,
      ...(yearOffset !== undefined && { yearOffset }),
    } as const;
    return { first, upTo: end.upTo, value };
  }
  const isRange = start.value.kind === "days" && isInside(start, tokens);
  return isOpened && isRange ? { ...start, first } : undefined;
}

/** Whether the reading itself is a range in words: "20 to 22 March". */
function isInside({ first, upTo }: Reading, tokens: DateTokens): boolean {
  for (let at = first; at < upTo; at += 1) if (tokens.at(at).word.joins) return true;
  return false;
}

function readEnd(
  index: number,
  tokens: DateTokens,
  { words, isOpened }: { readonly words: DateWords; readonly isOpened: boolean },
): Reading | undefined {
  const { gap, word } = tokens.at(index);
  const isJoined = gap === "space" && (word.joins === "to" || (word.joins === "and" && isOpened));
  if (gap !== "dash" && !isJoined) return undefined;
  const [end, ...others] = readOne(gap === "dash" ? index : index + 1, tokens, words);
  return others.length === 0 ? end : undefined;
}

/** Dots of "Feb." and "2023 р." inside and at the end belong to the date. */
function extentOf({ first, upTo }: Reading, tokens: DateTokens, text: string) {
  const { start } = tokens.at(first);
  const { end, word } = tokens.at(upTo - 1);
  const isAbbreviated = word.afterYear !== undefined && end - tokens.at(upTo - 1).start <= 2;
  const preposition = prepositionBefore(first, tokens);
  const { isShown, relation } = preposition.word;
  return {
    start,
    end: isAbbreviated && text[end] === "." ? end + 1 : end,
    phraseStart: isShown ? preposition.start : start,
    relation,
  };
}

/** "Until" of "until the end of April" */
function prepositionBefore(first: number, tokens: DateTokens): DateToken {
  const at = tokens.at(first - 1).word.isThe && isAfterSpace(first, tokens) ? first - 1 : first;
  return isAfterSpace(at, tokens) ? tokens.at(at - 1) : tokens.at(-1);
}

function isAfterSpace(index: number, tokens: DateTokens): boolean {
  return tokens.at(index).gap === "space";
}
