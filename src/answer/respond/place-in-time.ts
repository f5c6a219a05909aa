import { dayNumber, type CalendarDay } from "../../languages/dates/calendar.ts";
import { resolveDate, type DateValue, type Days } from "../../languages/dates/date-value.ts";
import type { DateSpan } from "../../languages/dates/read-dates.ts";

/** Where a date stands among the others. Days are counted from 1970. */
export type PlaceInTime = {
  /** Dates of a known year come before those of an unknown one, and these before "yesterday". */
  readonly rank: 0 | 1 | 2;
  readonly from: number;
  readonly to: number;
};

export function compareTimes(one: PlaceInTime, other: PlaceInTime): number {
  return one.rank - other.rank || one.from - other.from || other.to - one.to;
}

type Setting = {
  /** The last date with a year before it, in its heading or passage. */
  readonly dated?: DateSpan | undefined;
  readonly published: CalendarDay | undefined;
};

/** Without a year all dates are of this one, and so is the day of publication. A leap year. */
const ANY_YEAR = 2000;

/**
 * A date without a year is the first of its kind after the year that was given last in its passage; if
 * there is none, the one nearest to the day of publication.
 */
export function placeInTime(
  { value, relation }: Pick<DateSpan, "value" | "relation">,
  { dated, published }: Setting,
): PlaceInTime {
  const today = published && { ...published, year: published.year ?? ANY_YEAR };
  const resolved = resolveDate(value, today);
  if (resolved.kind !== "days") return { rank: 2, ...distanceOf(resolved) };
  const rank = published?.year === undefined ? 1 : 0;
  if (value.kind !== "days") return { rank, ...numbered(resolved) };
  if (value.from.year !== undefined) return { rank: 0, ...numbered(resolved) };
  if (resolved.from.year !== undefined) return { rank, ...numbered(resolved) };

  const since = dated?.value.kind === "days" ? numbered(dated.value) : undefined;
  if (since) return { rank: 0, ...firstAfter(since.from, resolved) };
  if (!today) return { rank, ...numbered(inYear(resolved, ANY_YEAR + (value.yearOffset ?? 0))) };
  return {
    rank,
    ...nearestTo(dayNumber(today), yearsAround(today.year, resolved), relation === "by"),
  };
}

type Numbered = Pick<PlaceInTime, "from" | "to">;

function numbered({ from, to }: Days): Numbered {
  return { from: numberOf(from), to: numberOf(to) };
}

function numberOf({ year = ANY_YEAR, month, day }: CalendarDay): number {
  return dayNumber({ year, month, day });
}

/** "20 December – 3 January" ends in the next year. */
function inYear({ from, to }: Days, year: number): Days {
  const isNextYear = to.month < from.month;
  return { from: { ...from, year }, to: { ...to, year: isNextYear ? year + 1 : year } };
}

function yearsAround(year: number, days: Days): Numbered[] {
  return [year - 1, year, year + 1].map((one) => numbered(inYear(days, one)));
}

function firstAfter(since: number, days: Days): Numbered {
  const year = Math.floor(1970 + since / DAYS_IN_YEAR);
  const candidates = yearsAround(year, days);
  return candidates.find(({ to }) => to >= since) ?? numbered(inYear(days, year));
}

const DAYS_IN_YEAR = 365.2425;

/** What ends by a date lies ahead of the day of publication. */
function nearestTo(today: number, candidates: readonly Numbered[], isAhead: boolean): Numbered {
  const possible = isAhead ? candidates.filter(({ to }) => to >= today) : candidates;
  const distance = ({ from, to }: Numbered) => Math.max(from - today, today - to, 0);
  const [first = { from: today, to: today }, ...others] = possible;
  return others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
}

const DAYS_IN = { day: 1, week: 7, month: 30, year: 365 } as const;

/** How far from an unknown today. */
function distanceOf(value: Exclude<DateValue, { kind: "days" }>): Numbered {
  const days =
    value.kind === "weekday" ? 7 * (value.which ?? 0) : DAYS_IN[value.unit] * value.offset;
  return { from: days, to: days };
}
