/** A word as written, with its place in the text (UTF-16 offsets). */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/**
 * Longer runs of letters are compared as written, without stemming, spelling correction or phonetics.
 * The longest real word has 63 letters (the name of a German law); English, Ukrainian and Russian words
 * have fewer than 40.
 */
export const MAX_WORD_LENGTH = 64;

/**
 * "2 000", "1'500": up to three digits, then groups of three, all with the same gap. Other digits side by
 * side are several numbers.
 */
const IN_THOUSANDS = String.raw`(?<![\p{L}\p{N}][.,]?)[1-9]\p{Nd}{0,2}(?<gap>[ \u00a0\u2007\u2009\u202f'’])\p{Nd}{3}(?:\k<gap>\p{Nd}{3})*(?:[.,]\p{Nd}+)?(?!\p{Nd})`;
/** Day, month and year are three words: "3.05.2025". */
const DATE = String.raw`\p{Nd}{1,2}\.\p{Nd}{1,2}\.(?:\p{Nd}{4}|\p{Nd}{2})(?![\p{L}\p{N}]|[.,]\p{N})`;
const IN_DIGITS = String.raw`(?<!\p{N}[.,])(?!${DATE})\p{N}+(?:[.,]\p{N}+)+`;
const ABBREVIATION = String.raw`(?:\p{Lu}\.){2,}`;
/** With inner apostrophes. */
const PLAIN_WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ‘\u0060´′][\p{L}\p{M}]+)*`;

const WORD = new RegExp([ABBREVIATION, IN_THOUSANDS, IN_DIGITS, PLAIN_WORD].join("|"), "gu");

export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(WORD), wordOf);
}

/** Like `wordsIn`, but lets the caller do other work between the words of a long text. */
export function* eachWordIn(text: string): Generator<Word> {
  for (const match of text.matchAll(WORD)) yield wordOf(match);
}

function wordOf({ 0: text, index }: RegExpExecArray): Word {
  return { text, start: index, end: index + text.length };
}

const PLAIN = /^[a-z0-9]+$/u;
const SEPARATORS = /[.,]|\s|(?<=\p{Nd})'(?=\p{Nd})/gu;
const APOSTROPHES = /[’ʼ‘`´′]/gu;
const LATIN_ACCENTS = /(?<=\p{Script=Latin})\p{M}+/gu;
const POSSESSIVE = /'s$/u;

/** Lower-cases a word and removes Latin accents, possessive endings and digit separators. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (word.length > MAX_WORD_LENGTH || PLAIN.test(lower)) return lower;

  return lower
    .normalize("NFKD")
    .replace(LATIN_ACCENTS, "")
    .normalize("NFC")
    .replace(APOSTROPHES, "'")
    .replace(POSSESSIVE, "")
    .replaceAll("ё", "е")
    .replaceAll(SEPARATORS, "");
}

const CAPITAL_FIRST = /^\p{Lu}/u;
const SEVERAL_CAPITALS = /^(?:\p{Lu}\.?){2,}$/u;

export function isCapitalised(word: string): boolean {
  return CAPITAL_FIRST.test(word);
}

/** NATO, US, U.S. */
export function isAcronym(word: string): boolean {
  return SEVERAL_CAPITALS.test(word);
}
