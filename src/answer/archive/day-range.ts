import type { DayRange } from "../../article/article-scope.ts";
import { type CalendarDay, dayNumber } from "../../languages/dates/calendar.ts";
import { type Days, resolveDate } from "../../languages/dates/date-value.ts";
import type { DateSpan } from "../../languages/dates/read-dates.ts";

const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/u;

/** "2026-05-20" */
export function dayOfIso(text: string): Required<CalendarDay> | undefined {
  const [, year, month, day] = (ISO_DAY.exec(text) ?? []).map(Number);
  return year === undefined || month === undefined || day === undefined
    ? undefined
    : { year, month, day };
}

/**
 * The period that a date of a question stands for. Without a year, the last one that has begun is meant: who asks
 * for what was said knows that it was. `undefined` if that takes knowing today.
 */
export function dayRangeOf(
  { value, relation }: Pick<DateSpan, "value" | "relation">,
  today: Required<CalendarDay> | undefined,
): DayRange | undefined {
  const resolved = resolveDate(value, today);
  if (resolved.kind !== "days") return undefined;
  const days = inYear(resolved, today);
  if (!days) return undefined;
  return {
    from: relation === "by" ? -Infinity : days.from,
    to: relation === "since" ? Infinity : days.to,
  };
}

function inYear(
  { from, to }: Days,
  today: Required<CalendarDay> | undefined,
): DayRange | undefined {
  if (from.year !== undefined) return numbered({ from, to }, from.year);
  if (!today) return undefined;
  const thisYear = numbered({ from, to }, today.year);
  return thisYear.from <= dayNumber(today) ? thisYear : numbered({ from, to }, today.year - 1);
}

/** "20 December – 3 January" ends in the next year. */
function numbered({ from, to }: Days, year: number): DayRange {
  const endsInNext = to.month < from.month ? year + 1 : year;
  return {
    from: dayNumber({ ...from, year: from.year ?? year }),
    to: dayNumber({ ...to, year: to.year ?? endsInNext }),
  };
}
