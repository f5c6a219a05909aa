import type { Article } from "../../article/article.ts";
import { publicationDayNumber } from "../../article/publication-day.ts";
import type { Language } from "../../languages/language.ts";

const MS_IN_DAY = 24 * 60 * 60_000;
/** The day before the month. */
const LOCALES = { en: "en-GB", uk: "uk", ru: "ru" } as const;
/** Days are counted, not times, so that no zone moves them. */
const DAY_FORMAT = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
/** Between two days of a month; versions of Node differ in the spaces. */
const SPACED_DASH = /(?<=^\d+)\s*–\s*(?=\d)/u;

/** Written out, because a sentence has a dot of its own: "20 травня 2026 року." */
const YEAR_SIGNS = [
  [/(?<=\s)р\.$/u, "року"],
  [/(?<=\s)г\.$/u, "года"],
] as const;

/** "14 April 2026"; days are counted since 1970. */
export function formatDay(day: number, language: Language): string {
  return withYear(new Intl.DateTimeFormat(LOCALES[language], DAY_FORMAT).format(dateOf(day)));
}

/** "11–17 May 2026" */
export function formatDays(from: number, to: number, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], DAY_FORMAT);
  return withYear(format.formatRange(dateOf(from), dateOf(to)).replace(SPACED_DASH, "–"));
}

function withYear(days: string): string {
  return YEAR_SIGNS.reduce((text, [sign, year]) => text.replace(sign, year), days);
}

function dateOf(day: number): Date {
  return new Date(day * MS_IN_DAY);
}

/** When an article was published, in the reader's language, or as the article gives it if that is no full date. */
export function publicationDate(article: Article, language: Language): string {
  const day = publicationDayNumber(article);
  return day === undefined ? (article.source.publishedOn ?? "") : formatDay(day, language);
}
