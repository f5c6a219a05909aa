/** Where a word begins or ends: `\b` and `\W` know the letters of English only. */
const WORD_EDGE = "(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}]))";
const NO_LETTER = "[^\\p{L}\\p{N}]";
const LETTER = "[\\p{L}\\p{N}]";

/** A regular expression in which `\b`, `\w` and `\W` know the letters of every script. */
export function pattern(source: string, flags = "iu"): RegExp {
  const spelt = source
    .replaceAll("\\b", WORD_EDGE)
    .replaceAll("\\W", NO_LETTER)
    .replaceAll("\\w", LETTER);
  return new RegExp(spelt, flags);
}

/** Matches one of the alternatives as whole words, in a folded text without punctuation. */
export function asWords(alternatives: string): RegExp {
  return new RegExp(`(?:^|\\s)(?:${alternatives})(?=\\s|$)`, "u");
}

/** A list of words as the source of a pattern that takes the longest; `*` stands for any ending. */
export function anyOf(list: string): string {
  const words = list.trim().split(/\s+/u);
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return `(?:${longestFirst.map((word) => word.replace("*", "\\w*")).join("|")})`;
}
