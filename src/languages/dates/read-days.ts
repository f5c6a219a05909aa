import { daysInMonth, type CalendarDay } from "./calendar.ts";
import type { DateWords } from "./date-words.ts";
import type { DateToken, DateTokens } from "./date-tokens.ts";
import { readFigures } from "./read-figures.ts";
import { isPartOfNumber } from "./read-year.ts";
import { yearAfter, type Period } from "./read-period.ts";

/** Days with their first token; several for "20 and 22 March". */
export type DayReading = Period & { readonly first: number };

type Order = Pick<DateWords, "monthBeforeDay" | "slashed">;

/** Days of a month, in words or in figures. */
export function readDays(index: number, tokens: DateTokens, order: Order): DayReading[] {
  const inFigures = readFigures(index, tokens, order);
  if (inFigures) return [{ ...inFigures, first: index }];
  const before = daysBeforeMonth(index, tokens, order);
  if (before.length > 0 || !order.monthBeforeDay) return before;
  return daysAfterMonth(index, tokens);
}

/** One number or a range of numbers in a list. */
type ListedDay = {
  readonly first: number;
  readonly upTo: number;
  readonly from: number;
  readonly to: number;
};

/** "20", "20th", "20–22", "20, 21 and 22" */
function listDays(index: number, tokens: DateTokens): ListedDay[] {
  const days: ListedDay[] = [];
  const isBetween = tokens.at(index - 1).word.opensRange === true;
  let at = index;
  while (days.length < MAX_LISTED) {
    const day = readDay(at, tokens);
    if (!day) break;
    const last = days.at(-1);
    const link = last && linkBefore(last.upTo, at, tokens);
    if (last && link === "to") days.splice(-1, 1, { ...last, upTo: day.upTo, to: day.day });
    else if (last && link === "and" && isBetween && days.length === 1)
      days.splice(-1, 1, { ...last, upTo: day.upTo, to: day.day });
    else days.push({ first: at, upTo: day.upTo, from: day.day, to: day.day });
    at = afterLink(day.upTo, tokens);
  }
  return days.filter(({ from, to }) => from <= to);
}

const MAX_LISTED = 8;

function readDay(
  index: number,
  tokens: DateTokens,
): { readonly day: number; readonly upTo: number } | undefined {
  const { number, digits, word } = tokens.at(index);
  const next = tokens.at(index + 1);
  if (number !== undefined) {
    if (digits > 2 || number < 1 || number > 31) return undefined;
    const hasSuffix = next.word.daySuffix && (next.isTight || next.gap === "none");
    return { day: number, upTo: hasSuffix ? index + 2 : index + 1 };
  }
  if (word.ordinal !== undefined) return { day: word.ordinal, upTo: index + 1 };
  const { ordinal } = next.word;
  if (word.tens === undefined || ordinal === undefined || ordinal > 9) return undefined;
  const isNear = next.gap === "space" || next.gap === "dash";
  return isNear && word.tens + ordinal <= 31
    ? { day: word.tens + ordinal, upTo: index + 2 }
    : undefined;
}

/** Where the next day of a list would stand. */
function afterLink(upTo: number, tokens: DateTokens): number {
  const { word, gap } = tokens.at(upTo);
  const isWord = word.joins !== undefined && (gap === "space" || gap === "comma");
  return isWord ? upTo + 1 : upTo;
}

function linkBefore(upTo: number, at: number, tokens: DateTokens): "to" | "and" {
  const { word, gap } = tokens.at(upTo);
  if (at > upTo) return word.joins ?? "and";
  return gap === "dash" ? "to" : "and";
}

/** "20 March", "20–22 of March 2023", "20-го березня" */
function daysBeforeMonth(index: number, tokens: DateTokens, order: Order): DayReading[] {
  const token = tokens.at(index);
  const { digits, word } = tokens.at(index - 1);
  const isFraction = word.number === 1 && token.word.ordinal !== undefined;
  if (isFraction || (token.isTight && digits > 0)) return [];
  const days = listDays(index, tokens);
  const last = days.at(-1);
  if (!last || !areLinked(days, tokens)) return [];
  const at = tokens.at(last.upTo).word.isOf ? last.upTo + 1 : last.upTo;
  const month = monthBeside(at, tokens);
  if (month === undefined) return [];
  // "21 марта прошло": where days go before months only, nothing else follows a day in lower case.
  if (order.monthBeforeDay === true && !isMonthBehindDay(at, index, tokens)) return [];
  const year = yearAfter(at, tokens);
  return datesOf(days, { month, year: year?.first, upTo: year?.upTo ?? at + 1 });
}

/** "March 20", "March 20–22, 2023", "March 20 and 22" */
function daysAfterMonth(index: number, tokens: DateTokens): DayReading[] {
  const token = tokens.at(index);
  const month = token.word.month ?? token.word.shortMonth;
  const next = tokens.at(index + 1);
  if (month === undefined || (next.gap !== "space" && next.gap !== "dot")) return [];
  const at = next.word.isThe ? index + 2 : index + 1;
  const days = listDays(at, tokens).filter(({ first }, place) =>
    place === 0 ? first === at : true,
  );
  const last = days.at(-1);
  if (!last || !areLinked(days, tokens)) return [];
  if (isPartOfNumber(last.upTo - 1, tokens) || isAmount(token, last.upTo, tokens)) return [];
  const year = yearAfter(last.upTo - 1, tokens);
  const dates = datesOf(days, { month, year: year?.first, upTo: undefined });
  return dates.map((date, place) => ({
    ...date,
    first: place === 0 ? index : date.first,
    upTo: place === dates.length - 1 ? (year?.upTo ?? date.upTo) : date.upTo,
  }));
}

/** "They march 20 miles", "You may 2 times" */
function isAmount(month: DateToken, upTo: number, tokens: DateTokens): boolean {
  const next = tokens.at(upTo);
  const isUncertain = month.word.isUncertain === true || month.word.month === undefined;
  if (next.gap !== "space" || next.digits > 0 || next.word.isFunctionWord) return false;
  return isUncertain && !month.isCapitalised;
}

/** Commas and words connect the days of a list; anything else ends it. */
function areLinked(days: readonly ListedDay[], tokens: DateTokens): boolean {
  return days.every(({ first, from, to }, place) => {
    if (from > to) return false;
    const { gap } = tokens.at(first);
    return place === 0 || gap === "comma" || gap === "space" || gap === "dash";
  });
}

function monthBeside(index: number, tokens: DateTokens): number | undefined {
  const { word, gap } = tokens.at(index);
  if (gap !== "space" && gap !== "none" && gap !== "dash") return undefined;
  return word.month ?? word.shortMonth;
}

/** "21 may", in lower case, is a day if nothing follows or a preposition goes before. */
function isMonthBehindDay(at: number, first: number, tokens: DateTokens): boolean {
  const { word, isCapitalised } = tokens.at(at);
  if (!word.isUncertain || isCapitalised) return true;
  const next = tokens.at(at + 1);
  if (next.gap !== "space" || next.digits > 0) return true;
  const isSpelt = tokens.at(first + 1).word.daySuffix === true;
  const before = tokens.at(first - 1).word;
  return isSpelt || (before.isIn === true && !before.isOf) || next.word.month !== undefined;
}

type MonthAndYear = {
  readonly month: number;
  readonly year: number | undefined;
  readonly upTo: number | undefined;
};

function datesOf(days: readonly ListedDay[], { month, year, upTo }: MonthAndYear): DayReading[] {
  const date = (day: number): CalendarDay => ({ ...(year !== undefined && { year }), month, day });
  if (days.some(({ to }) => to > daysInMonth(month, undefined))) return [];
  return days.map((day, place) => ({
    first: day.first,
    upTo: place === days.length - 1 ? (upTo ?? day.upTo) : day.upTo,
    from: date(day.from),
    to: date(day.to),
  }));
}
