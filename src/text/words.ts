import { plainLetters } from "./plain-letters.ts";

/** A word as written, with its place in the text (UTF-16 offsets). */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/**
 * Longer runs of letters are compared as written, without stemming, spelling correction or phonetics.
 * The longest real word has 63 letters (the name of a German law); English, Ukrainian and Russian words
 * have fewer than 40.
 */
export const MAX_WORD_LENGTH = 64;

const APOSTROPHE = "['’‘‛ʼʻʽʹ`´′＇׳]";
/** Quotation marks within a word: Hebrew abbreviations, and Ukrainian on keyboards without an apostrophe. */
const INNER_QUOTE =
  '(?<=\\p{Script=Hebrew})["״](?=\\p{Script=Hebrew})|(?<=[бвгджзклмнпрстфхцчшщБВГДЖЗКЛМНПРСТФХЦЧШЩ])["”“*](?=[яюєїЯЮЄЇ])';
/** Soft hyphens, joiners and the like. */
const INVISIBLE = "\\p{Default_Ignorable_Code_Point}";
const LETTERS = "[\\p{L}\\p{N}\\p{M}]";

/** "U.S.", "u.s", "P.R.C": single letters with dots, the last dot or not. */
const ABBREVIATION = `\\p{L}(?=\\.\\p{L})(?<![\\p{L}\\p{N}\\p{M}.].)(?:\\.\\p{L})+(?!${LETTERS})\\.?(?:${APOSTROPHE}s(?!${LETTERS}))?`;
/**
 * "2 000", "1'500": up to three digits, then groups of three, all with the same gap. Other digits side by
 * side are several numbers.
 */
const IN_THOUSANDS = String.raw`(?<![\p{L}\p{N}][.,]?)[1-9]\p{Nd}{0,2}(?<gap>[ \u00a0\u2007\u2009\u202f'’])\p{Nd}{3}(?:\k<gap>\p{Nd}{3})*(?:[.,]\p{Nd}+)?(?!\p{Nd})`;
/** Day, month and year are three words: "3.05.2025". */
const DATE = String.raw`\p{Nd}{1,2}\.\p{Nd}{1,2}\.(?:\p{Nd}{4}|\p{Nd}{2})(?![\p{L}\p{N}]|[.,]\p{N})`;
const IN_DIGITS = String.raw`(?<!\p{N}[.,])(?!${DATE})\p{N}+(?:[.,]\p{N}+)+`;
/** A time of day is one word, so that its minutes are no number: "20:30". */
const CLOCK = String.raw`(?<![\p{N}:])\p{Nd}{1,2}:[0-5]\p{Nd}(?!\p{Nd}|:\p{Nd})`;
/** The sign of a unit beside a number is a word: "$2", "12 %". */
const SIGN = String.raw`[%\p{Sc}](?:(?<=\p{Nd}\s?.)|(?<!%)(?=\s?\p{Nd}))`;
const PLAIN_WORD = `[\\p{L}\\p{N}]${LETTERS}*(?:(?:${APOSTROPHE}(?=\\p{L})|${INNER_QUOTE}|${INVISIBLE}+)${LETTERS}+)*`;
/** What may be one is looked at first: looking behind at every place of a text takes longer. */
const NUMBER = String.raw`(?=\p{Nd})(?:${CLOCK}|${IN_THOUSANDS}|${IN_DIGITS})`;
const WORD = new RegExp([ABBREVIATION, NUMBER, PLAIN_WORD, SIGN].join("|"), "gu");

export function wordsIn(text: string): Word[] {
  if (isUnspaced(text)) return Array.from(eachWordIn(text));
  const words: Word[] = [];
  const next = runsOf(text);
  for (let run = next(); run !== undefined; run = next()) words.push(run);
  return words;
}

/** Looks no further than the first word. */
export function hasWords(text: string): boolean {
  return eachWordIn(text).next().done !== true;
}

/** Like `wordsIn`, but lets the caller do other work between the words of a long text. */
export function* eachWordIn(text: string): Generator<Word> {
  const segmenter = isUnspaced(text)
    ? new Intl.Segmenter("und", { granularity: "word" })
    : undefined;
  const next = runsOf(text);
  for (let run = next(); run !== undefined; run = next()) {
    if (segmenter && UNSPACED.test(run.text)) yield* segmentsOf(run.text, run.start, segmenter);
    else yield run;
  }
}

/** Beyond it are other scripts and signs, each of which the pattern reads. */
const LAST_COMMON = 0x20_1d;

const PLAIN_LETTER = 1;
/** No part of a word, whatever stands beside it. */
const GAP = 2;
/** Begins no word, but may stand within one. */
const MARK = 3;
const KINDS = kindsOf([
  [PLAIN_LETTER, /[A-Za-zА-Яа-яёЁіІїЇєЄґҐ]/u],
  [GAP, /[ \n\t,;:!?()[\]{}/|<>=+«»–—-]/u],
  [MARK, /[.'"‘’“”]/u],
]);

/** By UTF-16 unit. */
function kindsOf(kinds: readonly (readonly [number, RegExp])[]): Uint8Array {
  return Uint8Array.from({ length: LAST_COMMON + 1 }, (_, code) => {
    const letter = String.fromCharCode(code);
    return kinds.find(([, pattern]) => pattern.test(letter))?.[0] ?? 0;
  });
}

const DOT = ".".charCodeAt(0);

/** Reads the next match of `WORD` each time. The pattern takes ten times as long for a plain word. */
function runsOf(text: string): () => Word | undefined {
  let at = 0;
  let pattern: RegExp | undefined;

  return () => {
    while (kindAt(text, at) >= GAP) at += 1;
    const start = at;
    while (kindAt(text, at) === PLAIN_LETTER) at += 1;
    if (at > start && endsPlainWord(text, at, at - start)) {
      return { text: text.slice(start, at), start, end: at };
    }
    if (at === text.length && at === start) return undefined;
    pattern ??= new RegExp(WORD);
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (!found) return undefined;
    at = found.index + found[0].length;
    return { text: found[0], start: found.index, end: at };
  };
}

/** A dot after a single letter may belong to it: "U.S." */
function endsPlainWord(text: string, at: number, length: number): boolean {
  if (at === text.length) return true;
  return kindAt(text, at) === GAP || (length > 1 && text.charCodeAt(at) === DOT);
}

/** Reading beyond the end of the list takes long. */
function kindAt(text: string, at: number): number {
  const code = at < text.length ? text.charCodeAt(at) : 0;
  return code <= LAST_COMMON ? (KINDS[code] ?? 0) : 0;
}

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Where those scripts are: a test that takes next to no time. */
const FAR = /[\u0e00-\u1fff\u2e80-\uffff]/;

function isUnspaced(text: string): boolean {
  return FAR.test(text) && UNSPACED.test(text);
}

/** The time a segmenter takes grows faster than the run. */
const SEGMENTED_AT_ONCE = 128;

function* segmentsOf(run: string, from: number, segmenter: Intl.Segmenter): Generator<Word> {
  let begin = 0;
  while (begin < run.length) {
    const piece = run.slice(begin, begin + SEGMENTED_AT_ONCE);
    const segments = [...segmenter.segment(piece)];
    // The last one may go on in the next piece.
    const last = begin + piece.length < run.length ? segments.at(-1) : undefined;
    const end = last !== undefined && last.index > 0 ? last.index : piece.length;
    for (const { segment: text, index, isWordLike } of segments) {
      const start = from + begin + index;
      if (index < end && isWordLike === true) yield { text, start, end: start + text.length };
    }
    begin += end;
  }
}

/** What needs no folding: most words of the three languages and of Chinese. So this test decides how long folding takes. */
const PLAIN = /^[a-z0-9а-яіїє\u4e00-\u9fff]+$/u;
const APOSTROPHES = new RegExp(`${APOSTROPHE}|${INNER_QUOTE}`, "gu");
/** "Army's", "they'll", "I've": another word follows, or none. */
const ENCLITIC = /'(?:s|ll|re|ve|d|m)$/u;
const SEPARATORS = /[.,']/gu;

/**
 * The form in which words are compared, whether from an article, a question or a list: lower case, plain
 * letters and digits, without apostrophes, dots, separators of digits and what no reader can see.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (word.length > MAX_WORD_LENGTH || PLAIN.test(lower)) return lower;

  // Twice, because plain letters may come with an apostrophe: ŉ.
  return plainLetters(lower.replace(APOSTROPHES, "'"))
    .replace(APOSTROPHES, "'")
    .replace(ENCLITIC, "")
    .replace(SEPARATORS, "");
}

const CAPITAL_FIRST = /^\p{Lu}/u;
const SEVERAL_CAPITALS = new RegExp(`^(?:\\p{Lu}\\.?){2,}(?:${APOSTROPHE}s)?$`, "u");
const DOTTED = new RegExp(`^(?:\\p{L}\\.)+\\p{L}?(?:${APOSTROPHE}s)?$`, "u");

export function isCapitalised(word: string): boolean {
  return CAPITAL_FIRST.test(word);
}

/** NATO, US, U.S., u.s. */
export function isAcronym(word: string): boolean {
  return SEVERAL_CAPITALS.test(word) || DOTTED.test(word);
}
