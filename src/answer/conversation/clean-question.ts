/** Telegram allows 4,096 characters; no question is this long. */
export const MAX_QUESTION_LENGTH = 1000;

const LINE_ENDS = /\r\n?|[\u2028\u2029]/gu;
const CONTROLS = /[\p{Cc}\p{Cs}]+/gu;
const CONTROLS_BUT_LINE_ENDS = /[^\n\P{Cc}]+|\p{Cs}+/gu;
/**
 * Zero-width and bidirectional marks: invisible, and able to reverse the displayed text. Joiners stay: emoji
 * and Persian need them, and they make no other word.
 */
const INVISIBLES = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]/gu;
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;
const SPACES = /\s+/gu;
const SPACES_ON_LINE = /[^\S\n]+/gu;
const SMALL_LETTER = /\p{Ll}/u;
const CAPITALS = /\p{Lu}+/gu;
/** Fewer words in capitals may be names: "NATO?", "US, UK". */
const MIN_SHOUTED_WORDS = 3;

/**
 * Puts a question on one line: NFC, no control or invisible characters, at most two combining marks per
 * letter, at most 1,000 UTF-16 units. A question in capitals throughout is lower-cased.
 */
export function cleanQuestion(typed: string): string {
  const cleaned = withoutInvisibles(typed.slice(0, MAX_QUESTION_LENGTH).replace(CONTROLS, " "))
    .replace(SPACES, " ")
    .trim();
  return isShouted(cleaned) ? cleaned.toLowerCase() : cleaned;
}

/** The same for a whole message: its lines and capitals are kept, and so is what is longer. */
export function cleanMessage(typed: string): string {
  const controlled = typed.replace(LINE_ENDS, "\n").replace(CONTROLS_BUT_LINE_ENDS, " ");
  return withoutInvisibles(controlled).replace(SPACES_ON_LINE, " ").trim();
}

/** Printable ASCII, Cyrillic and the usual punctuation: most questions have nothing to clean. */
const PLAIN = /^[\n -~\u0400-\u045f\u0490\u0491«»–—’“”„…№]*$/u;

function withoutInvisibles(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLES, "").normalize("NFC").replace(STACKED_MARKS, "$1");
}

function isShouted(text: string): boolean {
  if (SMALL_LETTER.test(text)) return false;
  return (text.match(CAPITALS) ?? []).length >= MIN_SHOUTED_WORDS;
}
