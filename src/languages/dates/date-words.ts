import { withEndings, type NumberWords } from "../numbers/number-words.ts";
import { wordsOfList } from "../terms.ts";

/**
 * The words of a language that dates are made of, in lower case, with straight apostrophes and "е" for
 * "ё". A string is a list separated by spaces; in an array, each item lists the forms of one word.
 */
export type DateWords = {
  /** From January on. Token classes use the same list. */
  readonly months: readonly string[];
  /** Count beside a day or a year only. */
  readonly shortMonths?: readonly string[];
  /** Forms that stand for a time only if the words around say so: "may", "march", "fall". */
  readonly withOtherMeanings?: string;
  /** Whether "March 20" is a day. */
  readonly monthBeforeDay?: boolean;
  /** How 05/03/2025 is read if both are possible. */
  readonly slashed?: "day first" | "month first";
  /** From Monday on. */
  readonly weekdays?: readonly string[];
  /** From spring on. */
  readonly seasons?: readonly string[];
  /** Words that mean "in spring" and so on by themselves. */
  readonly inSeason?: readonly string[];
  readonly yearSuffixes?: string;
  readonly decadeSuffixes?: string;
  /** From the twenties on. */
  readonly decades?: readonly string[];
  readonly day?: string;
  readonly week?: string;
  readonly month?: string;
  readonly year?: string;
  /** Behind the digits of a year, and behind those of several. */
  readonly afterYear?: string;
  readonly afterYears?: string;
  readonly decade?: string;
  readonly century?: string;
  readonly quarter?: string;
  readonly half?: string;
  /** Words for a day, by its distance from today. */
  readonly relativeDays?: Readonly<Record<string, string>>;
  readonly relativeYears?: Readonly<Record<string, string>>;
  /** "The day before yesterday", "the day after tomorrow". */
  readonly before?: string;
  readonly after?: string;
  readonly last?: string;
  readonly present?: string;
  readonly next?: string;
  readonly ago?: string;
  readonly early?: string;
  readonly middle?: string;
  readonly late?: string;
  /** Between a part and its period, or a day and its month: "end of April". */
  readonly of?: string;
  readonly the?: string;
  /** Prepositions before a time. */
  readonly in?: string;
  /** Those after which nobody's name stands: "in May" but "by May". */
  readonly surelyIn?: string;
  /** Prepositions that a date is shown with when it stands alone: "since 2014", "у березні". */
  readonly shownBefore?: string;
  /** What says that something begins then, and that it ends or happens before. */
  readonly since?: string;
  readonly by?: string;
  /** What opens a range, and what stands between its ends. */
  readonly from?: string;
  readonly to?: string;
  readonly and?: string;
  /** Before a day of the week that means all of them: "every". */
  readonly habits?: string;
};

export type TimeUnit = "day" | "week" | "month" | "year";

/** Whether a date is where something begins or what it comes before. */
export type DateRelation = "since" | "by";

/** All that a word can mean in a date. */
export type DateWord = {
  /** Whether a date can start with it. */
  readonly starts?: true;
  readonly month?: number;
  readonly shortMonth?: number;
  readonly isUncertain?: true;
  readonly weekday?: number;
  readonly season?: number;
  readonly inSeason?: number;
  readonly ordinal?: number;
  readonly tens?: number;
  readonly number?: number;
  readonly decadeOf?: number;
  readonly unit?: TimeUnit | "decade" | "century" | "quarter" | "half";
  readonly afterYear?: "one" | "several";
  readonly days?: number;
  readonly years?: number;
  /** -1 for last, 0 for this, 1 for next. */
  readonly which?: -1 | 0 | 1;
  readonly isAgo?: true;
  readonly part?: "early" | "middle" | "late";
  readonly isThe?: true;
  readonly beside?: -1 | 1;
  readonly isOf?: true;
  readonly isIn?: true;
  readonly isSurelyIn?: true;
  readonly isShown?: true;
  readonly relation?: DateRelation;
  readonly opensRange?: true;
  readonly joins?: "to" | "and";
  readonly isHabit?: true;
  readonly isFunctionWord?: true;
  readonly daySuffix?: true;
  readonly yearSuffix?: true;
  readonly decadeSuffix?: true;
};

const starts = true;

export type DateLexicon = ReadonlyMap<string, DateWord>;

/** What dates are read with besides their own words. */
export type WordsBesideDates = {
  readonly numbers?: NumberWords;
  /** What may follow a date, where a noun would make an amount of it. */
  readonly stopWords: string;
};

export function dateLexiconOf(
  words: DateWords,
  { numbers, stopWords }: WordsBesideDates,
): DateLexicon {
  const lexicon = new Map<string, DateWord>();
  const add = (list: string | undefined, meaning: DateWord) => {
    for (const word of wordsOfList(list ?? ""))
      lexicon.set(word, { ...lexicon.get(word), ...meaning });
  };
  const addEach = (lists: readonly string[] | undefined, meaningOf: (at: number) => DateWord) => {
    for (const [at, list] of (lists ?? []).entries()) add(list, meaningOf(at));
  };
  add(stopWords, { isFunctionWord: true });
  addEach(words.months, (at) => ({ month: at + 1, starts }));
  addEach(words.shortMonths, (at) => ({ shortMonth: at + 1, starts }));
  add(words.withOtherMeanings, { isUncertain: true });
  addEach(words.weekdays, (at) => ({ weekday: at + 1, starts }));
  addEach(words.seasons, (at) => ({ season: at, starts }));
  addEach(words.inSeason, (at) => ({ inSeason: at, starts }));
  for (const [list, meaning] of numbers ? numberMeanings(numbers) : []) add(list, meaning);
  addEach(words.decades, (at) => ({ decadeOf: 1920 + 10 * at, starts }));
  for (const [at, list] of Object.entries(words.relativeDays ?? {}))
    add(list, { days: Number(at), starts });
  for (const [at, list] of Object.entries(words.relativeYears ?? {}))
    add(list, { years: Number(at), starts });
  for (const [list, meaning] of simpleMeanings(words)) add(list, meaning);
  return lexicon;
}

const LAST_DAY = 31;
/** "Twenty" and "thirty" go before another number: "twenty-second". */
const FIRST_TENS = 20;

/** The numbers of days and centuries, and the small ones of "two days ago". */
function numberMeanings(numbers: NumberWords): readonly (readonly [string, DateWord])[] {
  const ordinals = Object.entries(numbers.ordinals)
    .filter(([value]) => Number(value) <= LAST_DAY)
    .map(([value, forms]): [string, DateWord] => [
      withEndings(forms, numbers.ordinalEndings),
      { ordinal: Number(value), starts },
    ]);
  const cardinals = Object.entries(numbers.cardinals)
    .filter(([value]) => Number(value) <= LAST_DAY)
    .map(([value, forms]): [string, DateWord] => [
      withEndings(forms, numbers.cardinalEndings),
      Number(value) >= FIRST_TENS
        ? { number: Number(value), tens: Number(value), starts }
        : { number: Number(value), starts },
    ]);
  return [
    ...ordinals,
    ...cardinals,
    [numbers.one, { number: 1, starts }],
    [numbers.ordinalSuffixes, { daySuffix: true }],
  ];
}

function simpleMeanings(words: DateWords): readonly (readonly [string | undefined, DateWord])[] {
  return [
    [words.day, { unit: "day", starts }],
    [words.week, { unit: "week", starts }],
    [words.month, { unit: "month", starts }],
    [words.year, { unit: "year", starts }],
    [words.afterYear, { afterYear: "one" }],
    [words.afterYears, { afterYear: "several" }],
    [words.decade, { unit: "decade" }],
    [words.century, { unit: "century" }],
    [words.quarter, { unit: "quarter" }],
    [words.half, { unit: "half" }],
    [words.last, { which: -1, starts }],
    [words.present, { which: 0, starts }],
    [words.next, { which: 1, starts }],
    [words.ago, { isAgo: true }],
    [words.early, { part: "early", starts }],
    [words.middle, { part: "middle", starts }],
    [words.late, { part: "late", starts }],
    [words.the, { isThe: true }],
    [words.before, { beside: -1 }],
    [words.after, { beside: 1 }],
    [words.of, { isOf: true }],
    [words.in, { isIn: true }],
    [words.surelyIn, { isSurelyIn: true }],
    [words.shownBefore, { isShown: true }],
    [words.since, { relation: "since" }],
    [words.by, { relation: "by" }],
    [words.from, { opensRange: true }],
    [words.to, { joins: "to" }],
    [words.and, { joins: "and" }],
    [words.habits, { isHabit: true }],
    [words.yearSuffixes, { yearSuffix: true }],
    [words.decadeSuffixes, { decadeSuffix: true }],
  ];
}

/** The names of months, days of the week and decades, for the token class of times. */
export function namesOfTimes({ months, weekdays = [], decades = [] }: DateWords): string {
  return [...months, ...weekdays, ...decades].join(" ");
}
