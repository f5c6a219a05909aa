import type { DateValue } from "./dates/date-value.ts";
import { atEnd } from "./pattern.ts";

/** How questions to an archive of articles are asked. Patterns match the question as typed. */
export type ArchiveForms = {
  /** "Who said what | about the harbour": what everybody says, and when. The topic follows. */
  readonly whoSaidWhat: RegExp;
  /** "What have people said | about the harbour": the same where there are several articles. */
  readonly peopleSay: RegExp;
  /** "Over time", "and when", anywhere in the question. */
  readonly overTime: RegExp;
  readonly latestFirst: RegExp;
  /** Before a date: "in the". */
  readonly beforePeriod: RegExp;
  readonly scopes: ScopeForms;
};

/** How a question says of which articles it is asked: of a day or period, or by a publisher. */
type ScopeForms = {
  /** A word without which no question is asked of the articles of a time: it is looked for in all of them. */
  readonly hint: RegExp;
  /** Up to a date: "in the articles of |", "news from |". */
  readonly articlesOf: RegExp;
  /** From a date on: "|'s news". */
  readonly datedArticles: RegExp;
  /** Up to a date that articles follow: "in |". */
  readonly within: RegExp;
  /** Up to a date that is one of articles named before: "what was published |", "news about the ferry from |". */
  readonly published: RegExp;
  /** Articles whose date is an adjective, with what stands before them: "у вчорашніх статтях". */
  readonly adjectives: readonly { readonly asked: RegExp; readonly date: RelativeDate }[];
  /** Up to a day that is the articles' own, not the first of several: "у статті від |". */
  readonly ofDay?: RegExp;
  /** Hides the time it counts from: "the" of "the last week". Global. */
  readonly hiding?: RegExp;
  /** A word for a section of the paper; without one, none is asked of. */
  readonly sectionHint: RegExp;
  /** Up to a section's name: "у рубриці |"; and up to one that `sectionAfter` follows. */
  readonly inSection: RegExp;
  readonly beforeSection: RegExp;
  /** From a section's name on: "| section". */
  readonly sectionAfter: RegExp;
  /** Up to a publisher's name: "in the |", "according to |". */
  readonly inPublisher: RegExp;
  /** From the name on: "| writes", "|'s articles". */
  readonly publisherWrites: RegExp;
  /** Up to a name that this follows: "does the |". */
  readonly beforeWriter: RegExp;
  /** Up to a name that comes last: "що пише |". */
  readonly writtenBy: RegExp;
};

type RelativeDate = Extract<DateValue, { kind: "relative" }>;

export function relativeDate(unit: RelativeDate["unit"], offset: number): RelativeDate {
  return { kind: "relative", unit, offset };
}

/** A form up to the end of a text, looked for from there. */
export function upTo(source: string): RegExp {
  return atEnd(`(${source})`);
}

/** Where a form up to the end of a text begins in it; `undefined` if the text does not end so. */
export function startOfForm(form: RegExp, text: string): number | undefined {
  const found = form.exec(text);
  return found ? found.index - (found[1] ?? "").length : undefined;
}
