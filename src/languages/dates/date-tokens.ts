import { foldWord } from "../../text/words.ts";
import type { DateLexicon, DateWord } from "./date-words.ts";

/** What stands between a token and the one before it. */
type Gap =
  | "none"
  | "space"
  | "dash"
  | "comma"
  | "dot"
  | "slash"
  | "apostrophe"
  | "amount"
  | "other";

/** A run of letters or of digits. */
export type DateToken = {
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  /** Whether nothing but one mark is between: "20-22", "20.03". */
  readonly isTight: boolean;
  readonly word: DateWord;
  /** Missing for words. */
  readonly number: number | undefined;
  /** How many digits it has; 0 for words. */
  readonly digits: number;
  readonly isCapitalised: boolean;
  readonly text: string;
};

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’ʼ](?!s\b)\p{L}+)*|\p{Nd}+/gu;
const NO_MEANING: DateWord = {};
/** Beyond either end of a text. */
const NO_TOKEN: DateToken = {
  start: 0,
  end: 0,
  gap: "other",
  isTight: false,
  word: NO_MEANING,
  number: undefined,
  digits: 0,
  isCapitalised: false,
  text: "",
};

export type DateTokens = {
  readonly length: number;
  /** A token without meaning beyond either end. */
  readonly at: (index: number) => DateToken;
};

export function dateTokensIn(text: string, lexicon: DateLexicon): DateTokens {
  const tokens: DateToken[] = [];
  let before = 0;
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    tokens.push(tokenOf(word, { text, before, start: index, lexicon }));
    before = index + word.length;
  }
  const { length } = tokens;
  if (before < text.length) {
    const gap = gapOf(text, before, Math.min(text.length, before + MAX_GAP));
    tokens.push({ ...NO_TOKEN, gap, isTight: text.length === before + 1 && gap !== "space" });
  }
  return { length, at: (index) => tokens[index] ?? NO_TOKEN };
}

type Place = {
  readonly text: string;
  /** Where the token before ends. */
  readonly before: number;
  readonly start: number;
  readonly lexicon: DateLexicon;
};

const MAX_DIGITS = 4;

function tokenOf(written: string, { text, before, start, lexicon }: Place): DateToken {
  const first = written.charCodeAt(0);
  const isNumber = first >= 48 && first <= 57;
  const gap = gapOf(text, before, start);
  return {
    start,
    end: start + written.length,
    gap,
    isTight: before > 0 && (start === before || (start === before + 1 && gap !== "space")),
    word: isNumber ? NO_MEANING : meaningOf(written, lexicon),
    number: isNumber && written.length <= MAX_DIGITS ? Number(written) : undefined,
    digits: isNumber ? written.length : 0,
    isCapitalised: !isNumber && written.charAt(0) !== written.charAt(0).toLowerCase(),
    text: written,
  };
}

const TO_FOLD = /[^a-zа-яєії\d]/u;

function meaningOf(written: string, lexicon: DateLexicon): DateWord {
  const lower = written.toLowerCase();
  const folded = TO_FOLD.test(lower) ? foldWord(lower) : lower;
  return lexicon.get(folded) ?? NO_MEANING;
}

const GAPS: ReadonlyMap<string, Gap> = new Map([
  ["-", "dash"],
  ["‐", "dash"],
  ["‑", "dash"],
  ["–", "dash"],
  ["—", "dash"],
  [",", "comma"],
  [".", "dot"],
  ["/", "slash"],
  ["'", "apostrophe"],
  ["’", "apostrophe"],
  ["‘", "apostrophe"],
]);
const SPACE = 32;
const AMOUNT = /[\p{Sc}%#№§]/u;
/** Longer gaps are not looked at: nothing of a date is so far from the rest. */
const MAX_GAP = 4;

function gapOf(text: string, from: number, to: number): Gap {
  const length = to - from;
  if (length === 0) return from === 0 ? "other" : "none";
  if (length === 1 && text.charCodeAt(from) === SPACE) return "space";
  if (length > MAX_GAP) return "other";
  const between = text.slice(from, to);
  if (between.includes("\n")) return "other";
  if (AMOUNT.test(between)) return "amount";
  const trimmed = between.trim();
  // "Feb., 2022 р. – …": an abbreviation's dot goes before the mark.
  const mark = trimmed.length > 1 && trimmed.startsWith(".") ? trimmed.slice(1).trim() : trimmed;
  return mark === "" ? "space" : (GAPS.get(mark) ?? "other");
}
