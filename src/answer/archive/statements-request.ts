import type { DayRange } from "../../article/article-scope.ts";
import type { CalendarDay } from "../../languages/dates/calendar.ts";
import type { DateSpan } from "../../languages/dates/read-dates.ts";
import { startOfForm } from "../../languages/archive-forms.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { hasWords } from "../../text/words.ts";
import { startOfTopic } from "../intent/asks-for-words.ts";
import { dayRangeOf } from "./day-range.ts";

/** A question for what was said about something, by everybody or by one person, in the order of time. */
export type StatementsRequest = {
  /** "about the harbour since May", as typed. */
  readonly about: string;
  /** The question without when and in which order. */
  readonly text: string;
  /** Offset in it behind "about the". */
  readonly topicStart: number;
  /** Whether it asks for one person's words. */
  readonly isOfPerson: boolean;
  /** When the articles were published. */
  readonly period?: DayRange;
  readonly isLatestFirst: boolean;
};

type Setting = {
  readonly pack: LanguagePack;
  /** Several articles may be searched. */
  readonly hasSeveral: boolean;
  readonly today: Required<CalendarDay> | undefined;
};

const MARKS_AROUND = /^[\s,:]+|(?<![\s?!.,])[\s?!.,]+$/gu;

/**
 * Reads "who said what about the harbour?", and with several articles "what have people said about the harbour?"
 * and "what did Ann say about the harbour since May?": what one person said is asked for over time only if it
 * says so, by a period or "over time".
 */
export function statementsRequest(
  question: string,
  { pack, hasSeveral, today }: Setting,
): StatementsRequest | undefined {
  const { archive, speech, requests } = pack;
  if (!archive) return undefined;
  const ordered = question.replace(archive.latestFirst, "");
  const undated = ordered.replace(archive.overTime, "");
  const isOfAll = isAskedOfAll(undated, archive, hasSeveral);
  if (!isOfAll && !(hasSeveral && speech.asksWhatIsSaid.test(undated))) return undefined;

  const when = periodIn(undated, { isAnywhere: isOfAll || undated !== ordered, pack, today });
  if (!isOfAll && !when && question === undated) return undefined;
  const text = (when ? without(when.range, undated) : undated).replace(MARKS_AROUND, "");
  const topicStart = startOfTopic(text, requests.beforeTopic);
  if (!hasWords(text.slice(topicStart))) return undefined;
  return {
    about: undated.slice(requests.beforeTopic.exec(undated)?.index).replace(MARKS_AROUND, ""),
    text,
    topicStart,
    isOfPerson: !isOfAll,
    ...(when && { period: when.period }),
    isLatestFirst: ordered !== question,
  };
}

function isAskedOfAll(
  question: string,
  { whoSaidWhat, peopleSay }: NonNullable<LanguagePack["archive"]>,
  hasSeveral: boolean,
): boolean {
  return whoSaidWhat.test(question) || (hasSeveral && peopleSay.test(question));
}

type Dated = { readonly range: readonly [start: number, end: number]; readonly period: DayRange };

/** "Since May" is a period wherever it stands; "in May" only at the end, and of what is asked over time. */
function periodIn(
  text: string,
  { isAnywhere, pack, today }: Pick<Setting, "pack" | "today"> & { readonly isAnywhere: boolean },
): Dated | undefined {
  const isPeriod = ({ relation, phrase }: DateSpan) =>
    relation !== undefined || (isAnywhere && !hasWords(text.slice(phrase[1])));
  const span = pack.datesIn(text, today).findLast(isPeriod);
  const period = span && dayRangeOf(span, today);
  if (!period) return undefined;
  const [start, end] = span.phrase;
  const { beforePeriod = /(?!)/u } = pack.archive ?? {};
  return { range: [startOfForm(beforePeriod, text.slice(0, start)) ?? start, end], period };
}

function without([start, end]: Dated["range"], text: string): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`;
}
