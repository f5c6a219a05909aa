import type { DateToken, DateTokens } from "./date-tokens.ts";
import { monthOf, partOf, seasonOf, yearsFrom, type Days } from "./date-value.ts";
import { isPartOfNumber, readBareYear, readYearAt } from "./read-year.ts";

/** Tokens up to one (exclusive) that stand for some days. */
export type Period = Days & { readonly upTo: number };

/** A month, season, year, decade or century, or a part of one. */
export function readPeriod(index: number, tokens: DateTokens): Period | undefined {
  return (
    readPart(index, tokens) ??
    readDecade(index, tokens) ??
    readCentury(index, tokens) ??
    readYears(index, tokens) ??
    readMonth(index, tokens) ??
    readSeason(index, tokens)
  );
}

function readYears(index: number, tokens: DateTokens): Period | undefined {
  const years = readBareYear(index, tokens);
  return years && { ...yearsFrom(years.first, years.last), upTo: years.upTo };
}

const THIRDS = { early: 0, middle: 1, late: 2 } as const;

/** "Early March", "the end of 2022", "the second half of May", "the first quarter of 2023" */
function readPart(index: number, tokens: DateTokens): Period | undefined {
  const { word } = tokens.at(index);
  const next = tokens.at(index + 1);
  if (word.part !== undefined) return ofPeriod(index + 1, tokens, [THIRDS[word.part], 3]);
  if (next.gap !== "space") return undefined;
  const { unit } = next.word;
  if (word.which === -1 && unit === "week") return ofPeriod(index + 2, tokens, [2, 3], true);
  if (word.ordinal === undefined) return undefined;
  if (unit === "half" && word.ordinal <= 2)
    return ofPeriod(index + 2, tokens, [word.ordinal - 1, 2]);
  if (unit !== "quarter" || word.ordinal > 4) return undefined;
  return ofPeriod(index + 2, tokens, [word.ordinal - 1, 4]);
}

function ofPeriod(
  index: number,
  tokens: DateTokens,
  [at, of]: readonly [number, number],
  needsOf = false,
): Period | undefined {
  const start = afterOf(index, tokens);
  if (needsOf && start === index) return undefined;
  const { gap } = tokens.at(index);
  if (gap !== "space" && gap !== "dash") return undefined;
  const whole =
    readDecade(start, tokens) ??
    readCentury(start, tokens) ??
    yearAfterPart(start, tokens) ??
    monthAfterPart(start, tokens) ??
    seasonAfterPart(start, tokens);
  return whole && { ...partOf(whole, at, of), upTo: whole.upTo };
}

/** Skips "of", "of the". */
export function afterOf(index: number, tokens: DateTokens): number {
  const at = tokens.at(index).word.isOf ? index + 1 : index;
  return tokens.at(at).word.isThe ? at + 1 : at;
}

function yearAfterPart(index: number, tokens: DateTokens): Period | undefined {
  const year = isPartOfNumber(index, tokens) ? undefined : readYearAt(index, tokens);
  return year && { ...yearsFrom(year.first, year.last), upTo: year.upTo };
}

function monthAfterPart(index: number, tokens: DateTokens): Period | undefined {
  const { month } = tokens.at(index).word;
  return month === undefined ? undefined : monthWithYear(month, index, tokens);
}

function seasonAfterPart(index: number, tokens: DateTokens): Period | undefined {
  const { season } = tokens.at(index).word;
  return season === undefined ? undefined : seasonWithYear(season, index, tokens);
}

/** A month with a year, or one that is clear from the words around. */
function readMonth(index: number, tokens: DateTokens): Period | undefined {
  const { word } = tokens.at(index);
  const month = word.month ?? word.shortMonth;
  if (month === undefined) return undefined;
  const period = monthWithYear(month, index, tokens);
  const hasYear = period.from.year !== undefined;
  return hasYear || (word.month !== undefined && isMonth(index, tokens)) ? period : undefined;
}

function monthWithYear(month: number, index: number, tokens: DateTokens): Period {
  const year = yearAfter(index, tokens);
  return { ...monthOf(month, year?.first), upTo: year?.upTo ?? index + 1 };
}

/** "2022", ", 2022" or "of 2022" behind a month, a day or a season. */
export function yearAfter(index: number, tokens: DateTokens) {
  const { gap, word } = tokens.at(index + 1);
  if (gap !== "space" && gap !== "comma" && gap !== "dot") return undefined;
  const at = word.isOf ? index + 2 : index + 1;
  const isDecade = tokens.at(at + 1).word.decadeSuffix && tokens.at(at + 1).gap === "none";
  return isDecade || isPartOfNumber(at, tokens) ? undefined : readYearAt(at, tokens);
}

/** Whether a word that can be a month is one, judging by the words around. */
function isMonth(index: number, tokens: DateTokens): boolean {
  const token = tokens.at(index);
  const before = tokens.at(index - 1);
  const next = tokens.at(index + 1);
  const { isUncertain } = token.word;
  if (!isUncertain) return true;
  const isAfterMonth =
    before.word.joins !== undefined && tokens.at(index - 2).word.month !== undefined;
  if (token.gap !== "space" && token.gap !== "dash") return false;
  if (token.gap === "dash" && before.word.month !== undefined) return true;
  if (before.word.isSurelyIn || before.word.part || isAfterMonth) return true;
  if (!token.isCapitalised) return before.word.isIn === true && !isFollowedByNoun(next);
  if (next.gap === "space" && next.isCapitalised) return false;
  const isNamed = before.word.isThe && next.gap === "space";
  return before.word.isIn === true || before.word.which !== undefined || isNamed === true;
}

function isFollowedByNoun(next: DateToken): boolean {
  return next.gap === "space" && next.digits === 0 && !next.word.isFunctionWord;
}

function readSeason(index: number, tokens: DateTokens): Period | undefined {
  const { word } = tokens.at(index);
  const season = word.inSeason ?? word.season;
  if (season === undefined) return undefined;
  const period = seasonWithYear(season, index, tokens);
  const isClear = word.inSeason !== undefined || period.from.year !== undefined;
  return isClear || isSeason(index, tokens) ? period : undefined;
}

function seasonWithYear(season: number, index: number, tokens: DateTokens): Period {
  const year = yearAfter(index, tokens);
  return { ...seasonOf(season, year?.first), upTo: year?.upTo ?? index + 1 };
}

/** "In spring", "in the summer": a noun alone may be something else. */
function isSeason(index: number, tokens: DateTokens): boolean {
  const { word, gap } = tokens.at(index);
  const at = tokens.at(index - 1).word.isThe ? index - 2 : index - 1;
  const { word: before } = tokens.at(at);
  if (gap !== "space" || tokens.at(index + 1).word.isOf) return false;
  return before.isIn === true || (!word.isUncertain && before.which !== undefined);
}

/** "The 1980s", "1980-х", "the '80s", "the eighties" */
function readDecade(index: number, tokens: DateTokens): Period | undefined {
  const { number, digits, word, gap } = tokens.at(index);
  const before = tokens.at(index - 1);
  if (word.decadeOf !== undefined) {
    const upTo = afterYears(index + 1, tokens);
    const isDecade = before.word.isThe || upTo > index + 1 || before.word.part;
    return isDecade ? { ...yearsFrom(word.decadeOf, word.decadeOf + 9), upTo } : undefined;
  }
  if (number === undefined || number % 10 !== 0) return undefined;
  const suffix = tokens.at(index + 1);
  const isTight = suffix.isTight || suffix.gap === "none";
  if (!suffix.word.decadeSuffix || !isTight) return undefined;
  const upTo = afterYears(index + 2, tokens);
  if (digits === 4) return { ...yearsFrom(number, number + 9), upTo };
  const isDecade = digits === 2 && (before.word.isThe || gap === "apostrophe" || upTo > index + 2);
  return isDecade ? { ...yearsFrom(1900 + number, 1909 + number), upTo } : undefined;
}

function afterYears(index: number, tokens: DateTokens): number {
  const { gap, word } = tokens.at(index);
  return gap === "space" && word.afterYear === "several" ? index + 1 : index;
}

const ROMAN = /^[XIVХІ]+$/u;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { X: 10, Х: 10, V: 5, I: 1, І: 1 };

/** "The 19th century", "XIX століття" */
function readCentury(index: number, tokens: DateTokens): Period | undefined {
  const { word, number, digits, text } = tokens.at(index);
  const century = digits > 0 ? number : (word.ordinal ?? romanNumber(text));
  if (century === undefined || century < 1 || century > 21) return undefined;
  const suffix = tokens.at(index + 1);
  const isSuffix = digits > 0 && suffix.word.daySuffix && (suffix.isTight || suffix.gap === "none");
  const unit = tokens.at(isSuffix ? index + 2 : index + 1);
  if (unit.word.unit !== "century" || (unit.gap !== "space" && unit.gap !== "dash"))
    return undefined;
  return {
    ...yearsFrom((century - 1) * 100 + 1, century * 100),
    upTo: isSuffix ? index + 3 : index + 2,
  };
}

function romanNumber(text: string): number | undefined {
  if (!ROMAN.test(text) || text.length > 5) return undefined;
  const digits = Array.from(text, (letter) => ROMAN_DIGITS[letter] ?? 0);
  return digits.reduce(
    (sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
    0,
  );
}
