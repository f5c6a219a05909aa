import type { DateTokens } from "./date-tokens.ts";

/** Years are written with four digits; larger numbers are amounts. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2199;
/** Numbers from here on are years more often than not. */
const FIRST_LIKELY_YEAR = 1900;
const LAST_LIKELY_YEAR = 2099;

export type YearReading = { readonly upTo: number; readonly first: number; readonly last: number };

/** A year, or years, beside a month or another part of a date: all that can be one is one. */
export function readYearAt(index: number, tokens: DateTokens): YearReading | undefined {
  const year = yearNumber(index, tokens);
  if (year === undefined) return undefined;
  return { upTo: afterYearWord(index + 1, tokens), first: year, last: year };
}

/** A year by itself. What could be an amount needs a word that says it is a year. */
export function readBareYear(index: number, tokens: DateTokens): YearReading | undefined {
  const first = yearNumber(index, tokens);
  if (first === undefined || continuesNumber(index, tokens)) return undefined;
  const range = readYearRange(index, first, tokens);
  if (range) return range;
  if (isPartOfNumber(index, tokens)) return undefined;
  const upTo = afterYearWord(index + 1, tokens, isListed(index, tokens));
  const isMarked = upTo > index + 1;
  return isMarked || looksLikeYear(index, first, tokens) ? { upTo, first, last: first } : undefined;
}

/** "In 2014 and 2022" */
function isListed(index: number, tokens: DateTokens): boolean {
  const { joins } = tokens.at(index - 1).word;
  return yearNumber(joins ? index - 2 : index - 1, tokens) !== undefined;
}

function yearNumber(index: number, tokens: DateTokens): number | undefined {
  const { digits, number = 0 } = tokens.at(index);
  return digits === 4 && number >= FIRST_YEAR && number <= LAST_YEAR ? number : undefined;
}

/** "2014–2016", "1939–45", "2022/23" */
function readYearRange(index: number, first: number, tokens: DateTokens): YearReading | undefined {
  const next = tokens.at(index + 1);
  if (next.number === undefined || (next.gap !== "dash" && next.gap !== "slash")) return undefined;
  if (next.digits !== 4 && (next.digits !== 2 || !next.isTight)) return undefined;
  const last = next.digits === 2 ? Math.floor(first / 100) * 100 + next.number : next.number;
  if (last <= first || last > LAST_YEAR || isPartOfNumber(index + 1, tokens)) return undefined;
  return { upTo: afterYearWord(index + 2, tokens, true), first, last };
}

/** Skips "-го", "року", "р.". */
function afterYearWord(index: number, tokens: DateTokens, several = false): number {
  const suffix = tokens.at(index);
  const at = suffix.word.yearSuffix && suffix.isTight ? index + 1 : index;
  const { gap, word } = tokens.at(at);
  const isMark = word.afterYear === "one" || (several && word.afterYear === "several");
  return isMark && (gap === "space" || gap === "none") ? at + 1 : at;
}

/** Whether more digits follow: "2014,5", "2014-7". */
export function isPartOfNumber(index: number, tokens: DateTokens): boolean {
  const next = tokens.at(index + 1);
  return next.isTight && next.digits > 0;
}

/** Whether digits or letters go before, or a mark of amounts: "1.2014", "44 2014", "A2014", "$2014". */
function continuesNumber(index: number, tokens: DateTokens): boolean {
  const { gap, isTight } = tokens.at(index);
  const isBesideDigits = tokens.at(index - 1).digits > 0 && (isTight || gap === "space");
  return gap === "amount" || gap === "none" || isBesideDigits;
}

function looksLikeYear(index: number, year: number, tokens: DateTokens): boolean {
  const { word: before } = tokens.at(index - 1);
  const next = tokens.at(index + 1);
  const isLikely = year >= FIRST_LIKELY_YEAR && year <= LAST_LIKELY_YEAR;
  if (next.gap === "none" || next.gap === "amount" || (next.gap === "dash" && next.isTight))
    return false;
  const isBesideWord = next.gap === "space" && !next.isCapitalised;
  const isBesideNoun = isBesideWord && !next.word.isFunctionWord;
  // "In 2016, 2019 and 2025"
  const isInList = tokens.at(index).gap === "comma" && yearNumber(index - 1, tokens) !== undefined;
  if (isInList) return isLikely && !isBesideNoun;
  if (tokens.at(index).gap === "space") {
    if (before.isSurelyIn) return isLikely || !isBesideNoun;
    if (before.isThe) return isLikely;
    if (before.isIn || before.joins || before.opensRange || before.part) return !isBesideNoun;
  }
  return isLikely && next.gap !== "space";
}
