/**
 * Letters, marks and digits of every script, as few ranges: a pattern with `\p{L}` at a hundred places takes
 * twenty times as long. The blocks of some scripts have a mark of punctuation or two among their letters.
 */
const LETTERS =
  "0-9A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff";
const LETTER = `[${LETTERS}]`;
const NO_LETTER = `[^${LETTERS}]`;
/** Where a word begins or ends: `\b` and `\W` only know English letters. */
const WORD_EDGE = `(?:(?<!${LETTER})(?=${LETTER})|(?<=${LETTER})(?!${LETTER}))`;

/** A regular expression in which `\b`, `\w` and `\W` know the letters of every script. */
export function pattern(source: string, flags = "iu"): RegExp {
  const expanded = source
    .replaceAll("\\b", WORD_EDGE)
    .replaceAll("\\W", NO_LETTER)
    .replaceAll("\\w", LETTER);
  return new RegExp(expanded, flags);
}

/** Matches at the end of a text; looks back from there instead of trying every place before it. */
export function atEnd(source: string): RegExp {
  return pattern(`$(?<=${source})`);
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
  const root: Branch = { next: new Map(), ends: false };
  for (const word of list.trim().split(/\s+/u)) {
    let branch = root;
    for (const letter of word.replace(BEFORE_SOFT_VOWEL, APOSTROPHE)) {
      const next = branch.next.get(letter) ?? { next: new Map(), ends: false };
      branch.next.set(letter, next);
      branch = next;
    }
    branch.ends = true;
  }
  return `(?:${sourceOf(root)})`;
}

/** Words by their next letter: what they begin with in common is compared once. */
type Branch = { readonly next: Map<string, Branch>; ends: boolean };

const APOSTROPHE = "'";
const SOURCES: Readonly<Record<string, string>> = { [APOSTROPHE]: "['’ʼ]?", "*": "\\w*" };

function sourceOf({ next, ends }: Branch): string {
  const longer = [...next]
    .toSorted(([one], [other]) => Number(one === "*") - Number(other === "*"))
    .map(([letter, branch]) => (SOURCES[letter] ?? letter) + sourceOf(branch));
  if (longer.length === 0) return "";
  return longer.length === 1 && !ends
    ? longer.join("")
    : `(?:${longer.join("|")})${ends ? "?" : ""}`;
}
