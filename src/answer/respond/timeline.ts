import type { Article } from "../../article/article.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import { publicationDay } from "../../article/publication-day.ts";
import type { CalendarDay } from "../../languages/dates/calendar.ts";
import { packFor } from "../../languages/packs.ts";
import type { Citation } from "../answer.ts";
import { citationsOf } from "../citations.ts";
import { datesOfPassage, hasYear, type PassageDate } from "./passage-dates.ts";
import { compareTimes, placeInTime, type PlaceInTime } from "./place-in-time.ts";

/**
 * What an article says of each date, in the order of time: the sentence that has the date, under the date as
 * the article writes it. Of two that start together the longer comes first.
 */
export function timelineOf(article: Article): Citation[] {
  const { datesIn } = packFor(article.language);
  const published = publicationDay(article);
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
  readonly isFull: boolean;
};

function entryOf(passageDate: PassageDate, published: CalendarDay | undefined): Entry {
  const { span, date, citation, dated } = passageDate;
  const { value, relation } = span;
  const place = placeInTime(span, { dated, published });
  const what = place.rank === 2 ? value : [place.from, place.to];
  const key = JSON.stringify([place.rank, what, relation]);
  return { citation, place, key, date, isFull: hasYear(span) };
}

/** The fullest form: "24 February 2022" rather than "24 February". */
function titleOf(entries: readonly Entry[]): string {
  const named = entries.find(({ isFull }) => isFull) ?? entries[0];
  return named?.date ?? "";
}
