import { LRUCache } from "lru-cache";
import type { CalendarDay } from "../../languages/dates/calendar.ts";
import type { Terms } from "../../languages/terms.ts";
import { analyseText, type AnalysedText } from "./analyse-text.ts";

/** About 10 MB for each language. */
const MAX_TEXTS = 500;
/** Longer texts would take too much memory, and are rare. */
const MAX_LENGTH = 2000;

const textsOf = new WeakMap<Terms, LRUCache<string, AnalysedText>>();

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

  const texts = textsOf.get(terms) ?? new LRUCache<string, AnalysedText>({ max: MAX_TEXTS });
  textsOf.set(terms, texts);
  const { year = 0, month = 0, day = 0 } = published ?? {};
  const key = `${year}-${month}-${day} ${text}`;
  const known = texts.get(key);
  if (known) return known;
  const analysed = analyseText(text, terms, published);
  texts.set(key, analysed);
  return analysed;
}
