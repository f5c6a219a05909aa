import type { Article } from "../../article/article.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import type { CalendarDay } from "../../languages/dates/calendar.ts";
import type { DateSpan, ReadDates } from "../../languages/dates/read-dates.ts";
import { packFor } from "../../languages/packs.ts";
import type { Citation } from "../answer.ts";
import { citationsOf } from "../citations.ts";
import { datesOfPassage, type PassageDate } from "./passage-dates.ts";
import { compareTimes, placeInTime, type PlaceInTime } from "./place-in-time.ts";

/**
 * What an article says of each date, in the order of time: the sentence that has the date, under the date as
 * the article writes it. Of two that start together the longer comes first.
 */
export function timelineOf(article: Article): Citation[] {
  const { datesIn } = packFor(article.language);
  const published = publicationDay(article, datesIn);
  const entries = citationsOf(article).flatMap((citation) =>
    datesOfPassage(citation, datesIn).map((date) => entryOf(date, published)),
  );
  const inOrder = entries.toSorted((one, other) => compareTimes(one.place, other.place));
  const groups = groupedBy(inOrder, ({ key }) => key);
  return [...groups.values()].flatMap((group) =>
    group.map(({ citation }) => ({ ...citation, date: titleOf(group) })),
  );
}

type Entry = {
  readonly citation: Citation;
  readonly place: PlaceInTime;
  /** The same for all mentions of a date. */
  readonly key: string;
  readonly date: string;
  readonly hasYear: boolean;
};

function entryOf({ span, date, citation, before }: PassageDate, published?: CalendarDay): Entry {
  const { value, relation } = span;
  const place = placeInTime(span, { before, published });
  const what = place.rank === 2 ? value : [place.from, place.to];
  const hasYear = value.kind === "days" && value.from.year !== undefined;
  return { citation, place, key: JSON.stringify([place.rank, what, relation]), date, hasYear };
}

/** The fullest form: "24 February 2022" rather than "24 February". */
function titleOf(entries: readonly Entry[]): string {
  const named = entries.find(({ hasYear }) => hasYear) ?? entries[0];
  return named?.date ?? "";
}

function publicationDay({ source }: Article, datesIn: ReadDates): CalendarDay | undefined {
  const [span]: readonly DateSpan[] = datesIn(source.publishedOn ?? "");
  return span?.value.kind === "days" ? span.value.from : undefined;
}
