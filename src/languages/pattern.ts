/** Where a word begins or ends: `\b` and `\W` only know English letters. */
const WORD_EDGE = "(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}]))";
const NO_LETTER = "[^\\p{L}\\p{N}]";
const LETTER = "[\\p{L}\\p{N}]";

/** A regular expression in which `\b`, `\w` and `\W` know the letters of every script. */
export function pattern(source: string, flags = "iu"): RegExp {
  const expanded = source
    .replaceAll("\\b", WORD_EDGE)
    .replaceAll("\\W", NO_LETTER)
    .replaceAll("\\w", LETTER);
  return new RegExp(expanded, flags);
}

/** Matches one of the alternatives as whole words, in a folded text without punctuation. */
export function asWords(alternatives: string): RegExp {
  return new RegExp(`(?:^|\\s)(?:${alternatives})(?=\\s|$)`, "u");
}

/** Where a Ukrainian word may have an apostrophe, which folded words lack: "роз’яснив". */
const BEFORE_SOFT_VOWEL = /(?<=[бпвмфкрзсд])(?=[яюєї])/gu;

/**
 * Turns a list of folded words into a pattern source that prefers the longest; `*` is any ending. It matches
 * words as written, with apostrophes.
 */
export function anyOf(list: string): string {
  const words = list.trim().split(/\s+/u);
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return `(?:${longestFirst.map((word) => word.replace("*", "\\w*").replace(BEFORE_SOFT_VOWEL, "['’ʼ]?")).join("|")})`;
}
