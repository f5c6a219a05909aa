/** Where a word begins or ends: `\b` and `\W` know Latin letters only. */
const WORD_EDGE = "(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}]))";
const NO_LETTER = "[^\\p{L}\\p{N}]";
const LETTER = "[\\p{L}\\p{N}]";

/** A pattern in which `\b`, `\w` and `\W` go by the letters of every script. */
export function pattern(source: string, flags = "iu"): RegExp {
  const spelt = source
    .replaceAll("\\b", WORD_EDGE)
    .replaceAll("\\W", NO_LETTER)
    .replaceAll("\\w", LETTER);
  return new RegExp(spelt, flags);
}

/** One of the alternatives as whole words, in a text with single spaces and no punctuation. */
export function asWords(alternatives: string): RegExp {
  return new RegExp(`(?:^|\\s)(?:${alternatives})(?=\\s|$)`, "u");
}
