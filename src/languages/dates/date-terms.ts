import { foldWord } from "../../text/words.ts";
import { TOKEN_CLASS } from "../token-classes.ts";
import type { ValueTerm, ValueWord } from "../value-term.ts";
import { type CalendarDay, dayNumber, dayOfNumber, daysInMonth } from "./calendar.ts";
import type { Days } from "./date-value.ts";
import type { ReadDates } from "./read-dates.ts";

/** The dates of a text as terms: the same for every way to write a day, a month, a year or a decade. */
export type DateTermsIn = (
  text: string,
  words: readonly ValueWord[],
  published?: CalendarDay,
) => readonly ValueTerm[];

/** `months`: the forms of each, from January on. */
export function createDateTerms(datesIn: ReadDates, months: readonly string[]): DateTermsIn {
  const monthOf = new Map<string, number>();
  for (const [at, forms] of months.entries()) {
    for (const form of forms.split(" ")) monthOf.set(foldWord(form), at + 1);
  }
  monthOf.delete("");

  return (text, words, published) => {
    const found: ValueTerm[] = [];
    for (const [from, upTo] of windowsIn(words)) {
      const start = words[from]?.word.start ?? 0;
      const end = words[upTo + 1]?.word.start ?? text.length;
      let next = from;
      for (const span of datesIn(text.slice(start, end), published)) {
        const first = firstFrom(words, from, start + span.start);
        const last = firstFrom(words, first, start + span.end) - 1;
        found.push(...amountsIn(words, next, first));
        next = last + 1;
        if (span.value.kind !== "days") continue;
        found.push(...termsOf(span.value, { words, first, last, monthOf }));
      }
      found.push(...amountsIn(words, next, upTo + 1));
    }
    return found;
  };
}

const LIKE_A_YEAR = /^\p{Nd}{4}$/u;

/** "2000 people": what could be a year, where no date is read. */
function amountsIn(words: readonly ValueWord[], from: number, upTo: number): ValueTerm[] {
  const found: ValueTerm[] = [];
  for (let at = from; at < upTo; at += 1) {
    const { term = "", classes = 0 } = words[at] ?? {};
    if ((classes & TOKEN_CLASS.time) === 0 || !LIKE_A_YEAR.test(term)) continue;
    if (!isCounted(words[at + 1], words[at])) continue;
    found.push({ term, first: at, last: at, isAmount: true });
  }
  return found;
}

const SMALL_FIRST = /^\p{Ll}/u;

/** Whether a noun may follow a number immediately. */
function isCounted(next: ValueWord | undefined, number: ValueWord | undefined): boolean {
  if (!next || !number || next.word.start !== number.word.end + 1) return false;
  const isOther = (next.classes & (TOKEN_CLASS.stopWord | TOKEN_CLASS.time)) !== 0;
  return SMALL_FIRST.test(next.word.text) && !isOther;
}

/** What makes a date of words stands no further away from them. */
const CONTEXT = 4;

/** The first and last words of the parts of a text that may have dates: reading all of it takes longer. */
function windowsIn(words: readonly ValueWord[]): [from: number, upTo: number][] {
  const windows: [number, number][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { classes = 0, folded = "" } = words[at] ?? {};
    if ((classes & TOKEN_CLASS.time) === 0 && !startsWithDigit(folded)) continue;
    const last = windows.at(-1);
    const upTo = Math.min(words.length - 1, at + CONTEXT);
    if (last && at - CONTEXT <= last[1] + 1) last[1] = upTo;
    else windows.push([Math.max(0, at - CONTEXT), upTo]);
  }
  return windows;
}

/** A comparison, because every word of every text is looked at. */
function startsWithDigit(folded: string): boolean {
  return folded.charCodeAt(0) <= NINE && folded.charCodeAt(0) >= ZERO;
}

const ZERO = "0".charCodeAt(0);
const NINE = "9".charCodeAt(0);

/** The first word from `at` on that starts at an offset or behind it. */
function firstFrom(words: readonly ValueWord[], at: number, offset: number): number {
  let found = at;
  while ((words[found]?.word.start ?? Infinity) < offset) found += 1;
  return found;
}

type DateWordsOfSpan = {
  readonly words: readonly ValueWord[];
  readonly first: number;
  readonly last: number;
  readonly monthOf: ReadonlyMap<string, number>;
};

/** Longer ranges have no terms for each day or year: nobody asks for a day of a century. */
const MAX_DAYS = 62;
const MAX_YEARS = 10;

function termsOf(days: Days, span: DateWordsOfSpan): ValueTerm[] {
  if (span.last < span.first) return [];
  const isTime = true as const;
  const { first, last } = span;
  const decade = decadeOf(days);
  if (decade !== undefined) return [{ term: decade, first, last, isTime }];
  const core = { ...withoutYear(days, span), isTime };
  return [
    ...daysOf(days).map((term) => ({ term, ...core })),
    ...monthTerms(days, span).map((month) => ({ ...month, isTime })),
    ...yearTerms(days, span).map((year) => ({ ...year, isTime })),
  ];
}

/** "1980s" */
function decadeOf({ from, to }: Days): string | undefined {
  if (from.year === undefined || to.year !== from.year + 9 || from.year % 10 !== 0)
    return undefined;
  return `${from.year}s`;
}

/** Each day of a range; none of whole months. */
function daysOf({ from, to }: Days): string[] {
  const isWhole = from.day === 1 && to.day === daysInMonth(to.month, to.year);
  if (isWhole) return [];
  // Without years, any year is as good; 2000 has all days.
  const first = dayNumber({ ...from, year: from.year ?? 2000 });
  const isInNextYear = to.year === undefined && to.month < from.month;
  const last = dayNumber({ ...to, year: to.year ?? (isInNextYear ? 2001 : (from.year ?? 2000)) });
  if (last - first >= MAX_DAYS) return [];
  const terms: string[] = [];
  for (let number = first; number <= last; number += 1) terms.push(dayTerm(dayOfNumber(number)));
  return terms;
}

function dayTerm({ month, day }: CalendarDay): string {
  return `=${month}-${day}`;
}

function monthTerm(month: number): string {
  return `=m${month}`;
}

/** The words of a date before its year, or behind it: "20 March | 2023 року". */
function withoutYear({ from, to }: Days, span: DateWordsOfSpan) {
  const { first, last, monthOf, words } = span;
  const isYear = (at: number) => isYearOf({ from, to }, words[at]);
  if (isYear(first) && first < last) return { first: first + 1, last };
  let end = last;
  const isMonth = (at: number) => monthOf.has(words[at]?.folded ?? "");
  for (let at = last; at > first && !isMonth(at); at -= 1) if (isYear(at)) end = at - 1;
  return { first, last: end };
}

function isYearOf({ from, to }: Days, word: ValueWord | undefined): boolean {
  return word?.term === String(from.year) || word?.term === String(to.year);
}

type PlainTerm = Pick<ValueTerm, "term" | "first" | "last">;

/** Names of months, and the month among the figures of a day. */
function monthTerms({ from, to }: Days, span: DateWordsOfSpan): PlainTerm[] {
  const { words, first, last, monthOf } = span;
  const found: PlainTerm[] = [];
  for (let at = first; at <= last; at += 1) {
    const month = monthOf.get(words[at]?.folded ?? "");
    if (month !== undefined) found.push({ term: monthTerm(month), first: at, last: at });
  }
  const inFigures = found.length === 0 ? monthInFigures({ from, to }, span) : undefined;
  return inFigures === undefined
    ? found
    : [{ term: monthTerm(to.month), first: inFigures, last: inFigures }];
}

/** "03" in 20–22.03.2023, in 2023-03-20 and, in America, in 03/20/2023. */
function monthInFigures(days: Days, span: DateWordsOfSpan): number | undefined {
  const { first, last } = withoutYear(days, span);
  const numberAt = (at: number) => Number(span.words[at]?.term);
  const { month, day } = days.to;
  if (last === first) return undefined;
  if (
    numberAt(first) === month &&
    numberAt(last) === day &&
    month !== day &&
    !isYearOf(days, span.words[span.first])
  )
    return first;
  for (let at = last; at >= first; at -= 1) if (numberAt(at) === month) return at;
  return undefined;
}

/** "2023 року", and years that the words do not give in full: "2022/23", "2014–2016", "last year". */
function yearTerms({ from, to }: Days, span: DateWordsOfSpan): PlainTerm[] {
  const { words, first, last } = span;
  if (from.year === undefined || to.year === undefined || to.year - from.year > MAX_YEARS)
    return [];
  const found: PlainTerm[] = [];
  for (let year = from.year; year <= to.year; year += 1) {
    const term = String(year);
    const written = lastWith(term, words, span);
    if (written === undefined) {
      const short = year === to.year ? lastWith(String(year % 100), words, span) : undefined;
      found.push({ term, first: short ?? first, last });
    } else if (written < last && isYearWordFrom(written + 1, span)) {
      found.push({ term, first: written, last });
    }
  }
  return found;
}

/** The last word of a date with a term. */
function lastWith(
  term: string,
  words: readonly ValueWord[],
  { first, last }: DateWordsOfSpan,
): number | undefined {
  for (let at = last; at >= first; at -= 1) if (words[at]?.term === term) return at;
  return undefined;
}

/** Whether only words for "year" are left. */
function isYearWordFrom(from: number, { words, last, monthOf }: DateWordsOfSpan): boolean {
  for (let at = from; at <= last; at += 1) {
    const { folded = "" } = words[at] ?? {};
    if (startsWithDigit(folded) || monthOf.has(folded)) return false;
  }
  return true;
}
