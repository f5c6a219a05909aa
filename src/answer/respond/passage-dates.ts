import type { DateSpan, ReadDates } from "../../languages/dates/read-dates.ts";
import { rangeOf } from "../../languages/dates/date-value.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import { firstEndingAfter, type Range } from "../../text/ranges.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { wordsIn } from "../../text/words.ts";
import type { Citation } from "../answer.ts";

/** A date that a passage gives, and the sentence that has it. */
export type PassageDate = {
  readonly span: DateSpan;
  /** As it is written. */
  readonly date: string;
  /** Its snippet is the sentence with the date. */
  readonly citation: Citation;
  /** The last date with a year before it, in the heading or the passage: it may give its year. */
  readonly dated?: DateSpan | undefined;
};

/**
 * The dates of a passage's text. One that only its lead has, or that is all of its heading, stands for the
 * whole passage.
 */
export function datesOfPassage(citation: Citation, datesIn: ReadDates): PassageDate[] {
  const { passage, section } = citation;
  const { text, lead = "" } = passage;
  const heading = section.heading ?? "";
  const inHeading = datedSpans(heading, datesIn);
  const inText = datedSpans(text, datesIn);
  if (inText.length > 0) return datesOfText(citation, inText, inHeading.findLast(hasYear));
  const [inLead] = datedSpans(lead, datesIn);
  if (inLead) {
    const dated = inHeading.findLast(hasYear);
    return [{ span: inLead, date: dateIn(inLead, lead), citation, dated }];
  }
  const whole = inHeading.find((span) => isAllOf(span, heading));
  return whole ? [{ span: whole, date: dateIn(whole, heading), citation }] : [];
}

function datesOfText(
  citation: Citation,
  spans: readonly DateSpan[],
  inHeading: DateSpan | undefined,
): PassageDate[] {
  const { text } = citation.passage;
  const sentences = sentencesIn(text);
  let dated = inHeading;
  return withoutRepeats(spans, sentences).map((span) => {
    const snippet = snippetOf(span, text, sentenceAround(span, sentences));
    const date = { span, date: dateIn(span, text), citation: { ...citation, snippet }, dated };
    if (hasYear(span)) dated = span;
    return date;
  });
}

/** Whether the text gives its year. */
export function hasYear({ value }: DateSpan): boolean {
  return value.kind === "days" && value.from.year !== undefined;
}

/** "Today" is left out: mostly it means nowadays. The days of a list, "3, 4 and 5 May", are one date. */
function datedSpans(text: string, datesIn: ReadDates): DateSpan[] {
  const spans = datesIn(text).filter(({ value }) => !isToday(value));
  return [...groupedBy(spans, ({ phrase }) => phrase[1]).values()].flatMap((list) => {
    const [first] = list;
    const last = list.at(-1);
    if (!first || !last) return [];
    if (first.value.kind !== "days" || last.value.kind !== "days") return list;
    return [
      { ...first, end: last.end, value: { kind: "days", ...rangeOf(first.value, last.value) } },
    ];
  });
}

function isToday(value: DateSpan["value"]): boolean {
  return value.kind === "relative" && value.unit === "day" && value.offset === 0;
}

function dateIn({ phrase }: DateSpan, text: string): string {
  return text.slice(...phrase);
}

/** A sentence that gives a date twice says what happens then once. */
function withoutRepeats(spans: readonly DateSpan[], sentences: readonly Range[]): DateSpan[] {
  const known = new Set<string>();
  return spans.filter((span) => {
    const key = JSON.stringify([span.value, sentenceAround(span, sentences)]);
    return !known.has(key) && known.add(key);
  });
}

function sentenceAround({ start, end }: DateSpan, sentences: readonly Range[]): Range {
  const [from] = sentences[firstEndingAfter(sentences, start)] ?? [start];
  const [, upTo] = sentences[firstEndingAfter(sentences, end - 1)] ?? [start, end];
  return [from, upTo];
}

const SEPARATOR = /^\s*[:–—-]\s*/u;
/** A sentence of fewer words says nothing without its date. */
const MIN_WORDS = 2;

/** The sentence with the date, without a date that only introduces it: "24 February: …". */
function snippetOf({ start, end, phrase }: DateSpan, text: string, [from, upTo]: Range) {
  const separator = phrase[0] === from ? SEPARATOR.exec(text.slice(end, upTo)) : null;
  const after = end + (separator?.[0].length ?? 0);
  const isIntroduced = separator !== null && wordsIn(text.slice(after, upTo)).length >= MIN_WORDS;
  const sentence: Range = isIntroduced ? [after, upTo] : [from, upTo];
  return { sentence, highlights: [[start, end]] as const };
}

/** Whether a heading is a date and hardly more. */
function isAllOf({ start, end }: DateSpan, heading: string): boolean {
  return wordsIn(heading.slice(0, start) + heading.slice(end)).length <= 1;
}
