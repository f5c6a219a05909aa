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
  const isAfterWord = gap === "space" && (before.word.isIn || before.word.part !== undefined);
  const isAtEnd =
    next.gap !== "space" && next.gap !== "dash" && isCapitalised && !before.word.isThe;
  if (!isAfterWord && !isAtEnd) return undefined;
  return { value: { kind: "weekday", weekday: word.weekday }, upTo: index + 1 };
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
  return isTimeUnit(word.unit) ? relative(word.unit, which, upTo) : undefined;
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

/** "Two days ago", "a week ago", "рік тому" */
function readAgo(index: number, tokens: DateTokens): RelativeReading | undefined {
  const { word, number } = tokens.at(index);
  const count = number ?? word.number;
  const at = count === undefined ? index : index + 1;
  const { unit } = tokens.at(at).word;
  const ago = tokens.at(at + 1);
  if (!isTimeUnit(unit) || !ago.word.isAgo || ago.gap !== "space") return undefined;
  if (at > index && tokens.at(at).gap !== "space") return undefined;
  return relative(unit, -(count ?? 1), at + 2);
}
