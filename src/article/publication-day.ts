import { type CalendarDay, dayNumber } from "../languages/dates/calendar.ts";
import { packFor, packsAfter } from "../languages/packs.ts";
import type { Article } from "./article.ts";

/** Kept with the article: its date is read once. */
const knownDays = new WeakMap<Article, CalendarDay | "none">();

/** The day an article was published, as its source gives it. A translation may give it as the original does. */
export function publicationDay(article: Article): CalendarDay | undefined {
  const known = knownDays.get(article) ?? readDay(article) ?? "none";
  knownDays.set(article, known);
  return known === "none" ? undefined : known;
}

/** The same in days since 1970, if the source gives the year. */
export function publicationDayNumber(article: Article): number | undefined {
  const { year, month, day } = publicationDay(article) ?? {};
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return dayNumber({ year, month, day });
}

function readDay({ source, language }: Article): CalendarDay | undefined {
  const { publishedOn = "" } = source;
  for (const { datesIn } of packsAfter(packFor(language))) {
    const [span] = datesIn(publishedOn);
    if (span?.value.kind === "days") return span.value.from;
  }
  return undefined;
}
