import type { DateSpan, ReadDates } from "../../languages/dates/read-dates.ts";
import { rangeOf } from "../../languages/dates/date-value.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import type { Range } from "../../text/ranges.ts";
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
  /** Dates before it that may give its year: those of the heading and of the passage. */
  readonly before: readonly DateSpan[];
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
  if (inText.length > 0) {
    return withoutRepeats(inText, text).map((span) => ({
      span,
      date: dateIn(span, text),
      citation: { ...citation, snippet: snippetOf(span, text) },
      before: [...inHeading, ...inText.filter(({ start }) => start < span.start)],
    }));
  }
  const [inLead] = datedSpans(lead, datesIn);
  if (inLead) return [{ span: inLead, date: dateIn(inLead, lead), citation, before: inHeading }];
  const whole = inHeading.find((span) => isAllOf(span, heading));
  return whole ? [{ span: whole, date: dateIn(whole, heading), citation, before: [] }] : [];
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
function withoutRepeats(spans: readonly DateSpan[], text: string): DateSpan[] {
  const sentences = sentencesIn(text);
  const known = new Set<string>();
  return spans.filter(({ value, start, end }) => {
    const key = JSON.stringify([value, sentenceAround([start, end], sentences)]);
    return !known.has(key) && known.add(key);
  });
}

const SEPARATOR = /^\s*[:–—-]\s*/u;
/** A sentence of fewer words says nothing without its date. */
const MIN_WORDS = 2;

/** The sentence with the date, without a date that only introduces it: "24 February: …". */
function snippetOf({ start, end, phrase }: DateSpan, text: string) {
  const [from, upTo] = sentenceAround([start, end], sentencesIn(text));
  const separator = phrase[0] === from ? SEPARATOR.exec(text.slice(end, upTo)) : null;
  const after = end + (separator?.[0].length ?? 0);
  const isIntroduced = separator !== null && wordsIn(text.slice(after, upTo)).length >= MIN_WORDS;
  const sentence: Range = isIntroduced ? [after, upTo] : [from, upTo];
  return { sentence, highlights: [[start, end]] as const };
}

function sentenceAround([start, end]: Range, sentences: readonly Range[]): Range {
  const first = sentences.findLast(([from]) => from <= start) ?? sentences[0] ?? [start, end];
  const last = sentences.find(([, upTo]) => upTo >= end) ?? first;
  return [first[0], last[1]];
}

/** Whether a heading is a date and hardly more. */
function isAllOf({ start, end }: DateSpan, heading: string): boolean {
  return wordsIn(heading.slice(0, start) + heading.slice(end)).length <= 1;
}
