import { LRUCache } from "lru-cache";
import type { CalendarDay } from "../../languages/dates/calendar.ts";
import type { Terms } from "../../languages/terms.ts";
import { analyseText, type AnalysedText } from "./analyse-text.ts";

/** About 10 MB for each language. */
const MAX_TEXTS = 500;
/** Longer texts would take too much memory, and are rare. */
const MAX_LENGTH = 2000;

/** `from`: the day that its "yesterday" counts from. */
type KnownText = { readonly analysed: AnalysedText; readonly from: CalendarDay | undefined };

/** One with a day, and one for those who need none. */
const MAX_DAYS = 2;

const textsOf = new WeakMap<Terms, LRUCache<string, readonly KnownText[]>>();

/**
 * Like `analyseText`, for passages and names, which many questions are about: keeps the latest with the
 * terms of their language.
 */
export function analyseKnownText(
  text: string,
  terms: Terms,
  published?: CalendarDay,
): AnalysedText {
  if (text.length > MAX_LENGTH) return analyseText(text, terms, published);

  const texts =
    textsOf.get(terms) ?? new LRUCache<string, readonly KnownText[]>({ max: MAX_TEXTS });
  textsOf.set(terms, texts);
  // The text alone is the key, since it is hashed once: a new string is hashed for every question.
  const known = texts.get(text) ?? [];
  const same = known.find(({ from }) => areSame(from, published));
  if (same) return same.analysed;
  const analysed = analyseText(text, terms, published);
  texts.set(text, [{ analysed, from: published }, ...known].slice(0, MAX_DAYS));
  return analysed;
}

function areSame(one: CalendarDay | undefined, other: CalendarDay | undefined): boolean {
  return one?.day === other?.day && one?.month === other?.month && one?.year === other?.year;
}
