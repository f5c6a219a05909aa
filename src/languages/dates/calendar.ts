/** A day; the year is missing where the text gives none. Months and days count from 1. */
export type CalendarDay = {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
};

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Without a year, February has 29 days. */
export function daysInMonth(month: number, year: number | undefined): number {
  if (month === 2 && (year === undefined || isLeapYear(year))) return 29;
  return DAYS_IN_MONTH[month - 1] ?? 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Years start in March here, so that the leap day is the last one. */
const DAYS_IN_FOUR_CENTURIES = 146_097;
/** Days from 1 March of year 0 to 1 January 1970. */
const TO_1970 = 719_468;

/** Days since 1 January 1970 in the Gregorian calendar, by Howard Hinnant's `days_from_civil`. */
export function dayNumber({ year, month, day }: Required<CalendarDay>): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_IN_FOUR_CENTURIES + yearOfEra * 365 + leapDays + dayOfYear - TO_1970;
}

/** The reverse of `dayNumber`, by Howard Hinnant's `civil_from_days`. */
export function dayOfNumber(number: number): Required<CalendarDay> {
  const shifted = number + TO_1970;
  const era = Math.floor(shifted / DAYS_IN_FOUR_CENTURIES);
  const ofEra = shifted - era * DAYS_IN_FOUR_CENTURIES;
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor((ofEra - leaps) / 365);
  const inYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}
