import { dayNumber, dayOfNumber, daysInMonth, weekdayOf, type CalendarDay } from "./calendar.ts";
import type { TimeUnit } from "./date-words.ts";

/** The days from one to another, both included: a day, a period or a range. */
export type Days = { readonly from: CalendarDay; readonly to: CalendarDay };

export type DateValue =
  | ({
      readonly kind: "days";
      /** How many years after that of publication; only if the year is open. */
      readonly yearOffset?: number;
    } & Days)
  /** A day of a week that is not known; 1 is Monday. `which`: -1 for "last", 1 for "next". */
  | { readonly kind: "weekday"; readonly weekday: number; readonly which?: -1 | 0 | 1 }
  /** Counted from a day that is not known: "yesterday" is a day and -1. */
  | { readonly kind: "relative"; readonly unit: TimeUnit; readonly offset: number };

const MONTHS_IN_YEAR = 12;

export function yearsFrom(first: number, last = first): Days {
  return { from: { year: first, month: 1, day: 1 }, to: { year: last, month: 12, day: 31 } };
}

export function monthOf(month: number, year?: number): Days {
  return monthsFrom(
    year === undefined ? month - 1 : year * MONTHS_IN_YEAR + month - 1,
    1,
    year !== undefined,
  );
}

/** Spring is 0. */
export function seasonOf(season: number, year?: number): Days {
  const first = 2 + season * 3;
  return monthsFrom((year ?? 0) * MONTHS_IN_YEAR + first, 3, year !== undefined);
}

/** `first` counts months from January of year 0. */
function monthsFrom(first: number, count: number, hasYear: boolean): Days {
  const last = first + count - 1;
  const dayIn = (at: number, dayOf: (month: number, year?: number) => number): CalendarDay => {
    const year = Math.floor(at / MONTHS_IN_YEAR);
    const month = at - year * MONTHS_IN_YEAR + 1;
    return hasYear ? { year, month, day: dayOf(month, year) } : { month, day: dayOf(month) };
  };
  return { from: dayIn(first, () => 1), to: dayIn(last, daysInMonth) };
}

/** A part of a period: the `at`th of `of` equal ones, from 0. */
export function partOf({ from, to }: Days, at: number, of: number): Days {
  const hasYear = from.year !== undefined && to.year !== undefined;
  const first = (from.year ?? 0) * MONTHS_IN_YEAR + from.month - 1;
  const lastMonth = (to.year ?? (to.month < from.month ? 1 : 0)) * MONTHS_IN_YEAR + to.month - 1;
  const count = lastMonth - first + 1;
  if (count === 1) return partOfMonth({ from, to }, at, of);
  const start = Math.round((count * at) / of);
  const end = Math.round((count * (at + 1)) / of);
  return monthsFrom(first + start, Math.max(1, end - start), hasYear);
}

const DAYS_OF_MONTH = 30;

/** The last part has the days beyond 30. */
function partOfMonth({ from, to }: Days, at: number, of: number): Days {
  const upTo = (place: number) => Math.round((DAYS_OF_MONTH * place) / of);
  const end = at === of - 1 ? to.day : upTo(at + 1);
  return { from: { ...from, day: upTo(at) + 1 }, to: { ...to, day: end } };
}

/** Joins two periods; a year or month given once holds for both. */
export function rangeOf(one: Days, other: Days): Days {
  const { from } = one;
  const { to } = other;
  const runsOverNewYear = isBefore(to, from);
  if (from.year === undefined && to.year !== undefined) {
    return { from: { ...from, year: runsOverNewYear ? to.year - 1 : to.year }, to };
  }
  if (from.year !== undefined && to.year === undefined) {
    return { from, to: { ...to, year: runsOverNewYear ? from.year + 1 : from.year } };
  }
  return { from, to };
}

/** Within one year. */
function isBefore(one: CalendarDay, other: CalendarDay): boolean {
  return one.month === other.month ? one.day < other.day : one.month < other.month;
}

/** Replaces what is counted from the day of publication, if that day is known. */
export function resolveDate(value: DateValue, published: CalendarDay | undefined): DateValue {
  if (published?.year === undefined) return value;
  if (value.kind === "days") return inYearOf(value, published.year);
  const today = dayNumber({ ...published, year: published.year });
  if (value.kind === "weekday") {
    const day = dayOfNumber(today + distanceTo(value, weekdayOf(today)));
    return { kind: "days", from: day, to: day };
  }
  return { kind: "days", ...shifted(value, today) };
}

function inYearOf(value: Extract<DateValue, { kind: "days" }>, published: number): DateValue {
  const { from, to, yearOffset } = value;
  if (yearOffset === undefined) return value;
  const year = published + yearOffset;
  const days = rangeOf({ from: { ...from, year }, to: from }, { from: to, to });
  return { kind: "days", from: days.from, to: withinMonth(days.to) };
}

/** 29 February is the 28th in most years. */
function withinMonth(day: CalendarDay): CalendarDay {
  return { ...day, day: Math.min(day.day, daysInMonth(day.month, day.year)) };
}

const HALF_A_WEEK = 3;

/** "Last" is before today and "next" after; with neither, the nearest one is meant. */
function distanceTo(
  { weekday, which }: Extract<DateValue, { kind: "weekday" }>,
  today: number,
): number {
  const ahead = (weekday - today + 7) % 7;
  if (which === -1) return ahead - 7;
  if (which === 0) return weekday - today;
  if (which === 1) return ahead === 0 ? 7 : ahead;
  return ahead > HALF_A_WEEK ? ahead - 7 : ahead;
}

function shifted({ unit, offset }: Extract<DateValue, { kind: "relative" }>, today: number): Days {
  const { year, month } = dayOfNumber(today);
  switch (unit) {
    case "day": {
      const day = dayOfNumber(today + offset);
      return { from: day, to: day };
    }
    case "week": {
      const monday = today - weekdayOf(today) + 1 + offset * 7;
      return { from: dayOfNumber(monday), to: dayOfNumber(monday + 6) };
    }
    case "month":
      return monthsFrom(year * MONTHS_IN_YEAR + month - 1 + offset, 1, true);
    case "year":
      return yearsFrom(year + offset);
  }
}
