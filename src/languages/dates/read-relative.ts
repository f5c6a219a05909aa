import type { TimeUnit } from "./date-words.ts";
import type { DateTokens } from "./date-tokens.ts";
import { monthOf, seasonOf, type DateValue } from "./date-value.ts";
import { afterOf } from "./read-period.ts";

type RelativeReading = { readonly value: DateValue; readonly upTo: number };

/** A time that is counted from the day of publication: "yesterday", "last week", "on Tuesday". */
export function readRelative(index: number, tokens: DateTokens): RelativeReading | undefined {
  const { word } = tokens.at(index);
  if (word.days !== undefined) return relative("day", word.days, index + 1);
  if (word.years !== undefined) return relative("year", word.years, index + 1);
  if (word.weekday !== undefined) return readWeekday(index, tokens);
  if (word.which !== undefined) return readWhich(index, tokens);
  if (word.part !== undefined) return readPartOfThis(index, tokens);
  return readDayBeside(index, tokens) ?? readAgo(index, tokens);
}

function relative(unit: TimeUnit, offset: number, upTo: number): RelativeReading {
  return { value: { kind: "relative", unit, offset }, upTo };
}

/** A day of the week by itself may name a habit or a market: a preposition or an end makes it a date. */
function readWeekday(index: number, tokens: DateTokens): RelativeReading | undefined {
  const { word, gap, isCapitalised } = tokens.at(index);
  const before = tokens.at(index - 1);
  const next = tokens.at(index + 1);
  if (word.weekday === undefined || before.word.isHabit) return undefined;
  if (isLinkedToWeekday(index, tokens)) return undefined;
  const isAfterWord = gap === "space" && (before.word.isIn || before.word.part !== undefined);
  const isAtEnd =
    next.gap !== "space" && next.gap !== "dash" && isCapitalised && !before.word.isThe;
  if (!isAfterWord && !isAtEnd) return undefined;
  return { value: { kind: "weekday", weekday: word.weekday }, upTo: index + 1 };
}

/** "From Monday to Friday" is every week. */
function isLinkedToWeekday(index: number, tokens: DateTokens): boolean {
  return (
    isWeekdayRange(index, tokens) || [1, 2].some((back) => isWeekdayRange(index - back, tokens))
  );
}

function isWeekdayRange(index: number, tokens: DateTokens): boolean {
  const next = tokens.at(index + 1);
  const end = next.word.joins === "to" ? tokens.at(index + 2) : next;
  const isRange = next.word.joins === "to" || next.gap === "dash";
  return isRange && tokens.at(index).word.weekday !== undefined && end.word.weekday !== undefined;
}

/** "Last week", "this year", "next March", "last Tuesday"; "the last year" counts from elsewhere. */
function readWhich(index: number, tokens: DateTokens): RelativeReading | undefined {
  const { which } = tokens.at(index).word;
  const { word, gap } = tokens.at(index + 1);
  if (which === undefined || gap !== "space") return undefined;
  const upTo = index + 2;
  if (word.weekday !== undefined) {
    return { value: { kind: "weekday", weekday: word.weekday, which }, upTo };
  }
  if (tokens.at(index - 1).word.isThe) return undefined;
  const isCapital = tokens.at(index + 1).isCapitalised;
  if (word.month !== undefined && (isCapital || !word.isUncertain)) {
    return { value: { kind: "days", ...monthOf(word.month) }, upTo };
  }
  const season = word.season ?? word.inSeason;
  if (season !== undefined && !word.isUncertain) {
    return { value: { kind: "days", ...seasonOf(season) }, upTo };
  }
  // "The next day" counts from another event.
  return isTimeUnit(word.unit) && word.unit !== "day"
    ? relative(word.unit, which, upTo)
    : undefined;
}

function isTimeUnit(unit: string | undefined): unit is TimeUnit {
  return unit === "day" || unit === "week" || unit === "month" || unit === "year";
}

/** "The end of the year" is that of this year. */
function readPartOfThis(index: number, tokens: DateTokens): RelativeReading | undefined {
  const at = afterOf(index + 1, tokens);
  const { word, gap } = tokens.at(at);
  if (gap !== "space" || tokens.at(index + 1).gap !== "space") return undefined;
  if (word.which !== undefined) return readWhich(at, tokens);
  const { unit } = word;
  const isThis = unit === "year" || unit === "month" || unit === "week";
  return isThis ? relative(unit, 0, at + 1) : undefined;
}

/** "The day before yesterday" */
function readDayBeside(index: number, tokens: DateTokens): RelativeReading | undefined {
  const { beside } = tokens.at(index + 1).word;
  const { days } = tokens.at(index + 2).word;
  const isDay = tokens.at(index).word.unit === "day" && tokens.at(index + 2).gap === "space";
  if (!isDay || beside === undefined || days === undefined) return undefined;
  return relative("day", days + beside, index + 3);
}

/** "Two days ago", "twenty-five years ago", "рік тому" */
function readAgo(index: number, tokens: DateTokens): RelativeReading | undefined {
  const { count, upTo } = readCount(index, tokens);
  const { unit } = tokens.at(upTo).word;
  const ago = tokens.at(upTo + 1);
  if (!isTimeUnit(unit) || !ago.word.isAgo || ago.gap !== "space") return undefined;
  if (upTo > index && tokens.at(upTo).gap !== "space") return undefined;
  return relative(unit, -count, upTo + 2);
}

/** One, if no number is given. */
function readCount(index: number, tokens: DateTokens): { count: number; upTo: number } {
  const { word, number } = tokens.at(index);
  const count = number ?? word.number;
  if (count === undefined) return { count: 1, upTo: index };
  const units = tokens.at(index + 1).word.number;
  return word.tens !== undefined && units !== undefined && units < TEN
    ? { count: count + units, upTo: index + 2 }
    : { count, upTo: index + 1 };
}

const TEN = 10;

/** The year of "in March last year", "у лютому цього року"; 0 for this one. */
export function readYearOffset(
  index: number,
  tokens: DateTokens,
): { readonly offset: number; readonly upTo: number } | undefined {
  const at = tokens.at(index).word.isOf ? index + 1 : index;
  const { word, gap } = tokens.at(at);
  if (gap !== "space") return undefined;
  if (word.years !== undefined) return { offset: word.years, upTo: at + 1 };
  const year = tokens.at(at + 1);
  const isYear = year.word.unit === "year" && year.gap === "space";
  return word.which !== undefined && isYear ? { offset: word.which, upTo: at + 2 } : undefined;
}
