import type { Word } from "../../text/words.ts";
import type { NumberLexicon, NumberWord } from "./number-words.ts";
import { readDigits } from "./read-digits.ts";

/** A word of a text and its folded form. */
export type FoldedWord = { readonly word: Word; readonly folded: string };

/** A number in a text: "2 000", "1.5 million", "twenty-first". */
export type NumberReading = {
  readonly value: number;
  readonly isOrdinal: boolean;
  /** Numbers of its first and last word. */
  readonly first: number;
  readonly last: number;
};

/** Whether a number may start with a word, apart from "a" and "one". */
export function startsNumber(word: string, folded: string, lexicon: NumberLexicon): boolean {
  if (DIGIT_FIRST.test(folded) || isRoman(word)) return true;
  const { cardinal, ordinal: order, scale, isHalf } = lexicon.wordOf(folded) ?? {};
  return (cardinal ?? order ?? scale) !== undefined || isHalf === true;
}

type Source = {
  readonly text: string;
  readonly words: readonly FoldedWord[];
  readonly lexicon: NumberLexicon;
};

/**
 * All numbers of a text, in order. Digits that merely stand side by side are several numbers. `starts`: the
 * numbers of the words for which `startsNumber` is true, and any others.
 */
export function readNumbers(source: Source, starts: readonly number[]): NumberReading[] {
  const found: NumberReading[] = [];
  let last = -1;
  for (const at of starts) {
    const reading = at > last ? readNumberAt(at, source) : undefined;
    if (!reading) continue;
    found.push(reading);
    last = reading.last;
  }
  return found;
}

/** A number as far as it is read: `total` in whole thousands, `group` below the next. */
type Partial = {
  readonly total: number;
  readonly group: number;
  /** What comes next has to be smaller: "twenty-one" is one number, "two three" are two. */
  readonly below: number;
  /** The next scale has to be smaller. */
  readonly scaleBelow: number;
  readonly isOrdinal: boolean;
};

const HUNDRED = 100;
const THOUSAND = 1_000;

const NOTHING: Partial = {
  total: 0,
  group: 0,
  below: Infinity,
  scaleBelow: Infinity,
  isOrdinal: false,
};

function readNumberAt(at: number, source: Source): NumberReading | undefined {
  const opening = openNumber(at, source);
  if (!opening) return undefined;

  let { number, last } = opening;
  while (!number.isOrdinal) {
    const next = continueNumber(number, last, source);
    if (!next) break;
    ({ number, last } = next);
  }
  const { total, group, isOrdinal } = number;
  return { value: total + group, isOrdinal, first: opening.first, last };
}

type Step = { readonly number: Partial; readonly last: number };
type Opening = Step & { readonly first: number };

function openNumber(at: number, source: Source): Opening | undefined {
  const { words, lexicon } = source;
  const word = words[at];
  if (!word) return undefined;
  const digits = openDigits(word, lexicon);
  if (digits) return { number: digits, first: at, last: at };
  if (isRoman(word.word.text)) {
    return { number: ordinal(romanValue(word.word.text)), first: at, last: at };
  }
  const meaning = lexicon.wordOf(word.folded);
  if (!meaning) return undefined;
  if (meaning.isHalf || meaning.scale !== undefined) return openScale(at, meaning, source);
  // Alone, "one" is mostly a pronoun, and "a" an article.
  if (meaning.isOne) return undefined;
  const number = plus(NOTHING, meaning);
  return number && { number, first: at, last: at };
}

function ordinal(value: number): Partial {
  return { ...NOTHING, group: value, below: 0, isOrdinal: true };
}

const DIGITS_AND_LETTERS = /^(\p{Nd}+)(\p{L}+)$/u;
const DIGIT_FIRST = /^\p{Nd}/u;

/** "2,000", "15m", "21st". */
function openDigits({ word, folded }: FoldedWord, lexicon: NumberLexicon): Partial | undefined {
  if (!DIGIT_FIRST.test(folded)) return undefined;
  const [, figures = word.text, letters = ""] = DIGITS_AND_LETTERS.exec(folded) ?? [];
  const value = readDigits(figures, lexicon.decimalMark);
  if (value === undefined) return undefined;
  const plain = { ...NOTHING, group: value, below: 0 };
  if (letters === "") return plain;
  const { isOrdinalSuffix, scale, attachedScale = scale } = lexicon.wordOf(letters) ?? {};
  if (isOrdinalSuffix) return ordinal(value);
  return attachedScale === undefined ? undefined : times(plain, attachedScale);
}

/** "A million", "half a million", and "мільйон" by itself. */
function openScale(at: number, meaning: NumberWord, source: Source): Opening | undefined {
  const one = { ...NOTHING, group: 1, below: 0 };
  if (meaning.scale !== undefined) {
    const first = isOne(at - 1, source) && isAdjacent(at, source) ? at - 1 : at;
    if (first === at && !meaning.isSingle) return undefined;
    return { number: times(one, meaning.scale) ?? one, first, last: at };
  }
  const last = isOne(at + 1, source) && isAdjacent(at + 1, source) ? at + 2 : at + 1;
  const scale = meaning.isHalf ? scaleAt(last, source) : undefined;
  const number = scale === undefined ? undefined : times({ ...one, group: 0.5 }, scale);
  return number && { number, first: at, last };
}

function isOne(at: number, { words, lexicon }: Source): boolean {
  return lexicon.wordOf(words[at]?.folded ?? "")?.isOne === true;
}

/** The scale that a word is, if it follows the one before it immediately. */
function scaleAt(at: number, source: Source): number | undefined {
  const { scale } = source.lexicon.wordOf(source.words[at]?.folded ?? "") ?? {};
  return isAdjacent(at, source) ? scale : undefined;
}

function continueNumber(number: Partial, last: number, source: Source): Step | undefined {
  const { words, lexicon } = source;
  if (!isAdjacent(last + 1, source)) return undefined;
  const meaning = lexicon.wordOf(words[last + 1]?.folded ?? "");
  if (!meaning) return undefined;
  if (meaning.isOrdinalSuffix && isSuffix(last + 1, source)) {
    return { number: { ...number, isOrdinal: true }, last: last + 1 };
  }
  if (meaning.isAnd && number.below >= HUNDRED) {
    const next = lexicon.wordOf(words[last + 2]?.folded ?? "");
    const joined = isAdjacent(last + 2, source) ? next && plus(number, next) : undefined;
    return joined && { number: joined, last: last + 2 };
  }
  const isAttached = words[last]?.word.end === words[last + 1]?.word.start;
  const scale = meaning.scale ?? (isAttached ? meaning.attachedScale : undefined);
  const next = scale === undefined ? plus(number, meaning) : times(number, scale);
  return next && { number: next, last: last + 1 };
}

function plus(number: Partial, { cardinal, ordinal: order, isOne: isUnit }: NumberWord) {
  const value = cardinal ?? order ?? (isUnit ? 1 : undefined);
  if (value === undefined || value >= number.below) return undefined;
  const group = number.group + value;
  const isOrdinal = cardinal === undefined && order !== undefined;
  return { ...number, group, below: roomBehind(value), isOrdinal };
}

/** Tens leave room for units, hundreds for both. */
function roomBehind(value: number): number {
  if (value >= THOUSAND) return 0;
  if (value >= HUNDRED) return HUNDRED;
  return value >= 20 ? 10 : 0;
}

function times(number: Partial, scale: number): Partial | undefined {
  const { total, group, scaleBelow } = number;
  if (group === 0 || scale >= scaleBelow) return undefined;
  if (scale === HUNDRED) return { ...number, group: group * HUNDRED, below: HUNDRED };
  return {
    total: total + group * scale,
    group: 0,
    below: scale < THOUSAND ? 0 : THOUSAND,
    scaleBelow: scale,
    isOrdinal: false,
  };
}

const BETWEEN = /^[\s‐‑-]?$/u;
const HYPHEN = /^[‐‑-]?$/u;

/** Whether a word follows the one before it immediately, after a space or after a hyphen. */
function isAdjacent(at: number, source: Source): boolean {
  return BETWEEN.test(gapBefore(at, source));
}

/** "21-го": digits, a hyphen, and an ending. */
function isSuffix(at: number, source: Source): boolean {
  return DIGIT_FIRST.test(source.words[at - 1]?.folded ?? "") && HYPHEN.test(gapBefore(at, source));
}

const NOT_ADJACENT = ",";

/** What stands between a word and the one before it. */
function gapBefore(at: number, { text, words }: Source): string {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || word.word.start - before.word.end > 1) return NOT_ADJACENT;
  return text.slice(before.word.end, word.word.start);
}

/** From II to XXXIX; single letters are initials and grades. */
const ROMAN = /^(?=..)X{0,3}(?:IX|IV|V?I{0,3})$/u;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function isRoman(word: string): boolean {
  return ROMAN.test(word);
}

/** A smaller numeral before a larger one is subtracted. */
function romanValue(word: string): number {
  const values = Array.from(word, (letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}
