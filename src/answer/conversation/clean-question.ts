/** Telegram allows 4,096 characters; no question is this long. */
const MAX_QUESTION_LENGTH = 1000;

const CONTROLS = /[\p{Cc}\p{Cs}]+/gu;
/** Zero-width and bidirectional marks: invisible, and able to reverse the displayed text. */
const INVISIBLES = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]/gu;
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;
const SPACES = /\s+/gu;
const SMALL_LETTER = /\p{Ll}/u;
const CAPITALS = /\p{Lu}+/gu;
/** Fewer words in capitals may be names: "NATO?", "US, UK". */
const MIN_SHOUTED_WORDS = 3;

/**
 * Puts a message on one line: NFC, no control or invisible characters, at most two combining marks per
 * letter, at most 1,000 UTF-16 units. A message in capitals throughout is lower-cased.
 */
export function cleanQuestion(typed: string): string {
  const cleaned = typed
    .slice(0, MAX_QUESTION_LENGTH)
    .replace(CONTROLS, " ")
    .replace(INVISIBLES, "")
    .normalize("NFC")
    .replace(STACKED_MARKS, "$1")
    .replace(SPACES, " ")
    .trim();
  return isShouted(cleaned) ? cleaned.toLowerCase() : cleaned;
}

function isShouted(text: string): boolean {
  if (SMALL_LETTER.test(text)) return false;
  return (text.match(CAPITALS) ?? []).length >= MIN_SHOUTED_WORDS;
}
