import { MAX_WORD_LENGTH, type Word } from "../../text/words.ts";

/** Too many words contain shorter parts: "seas-on". */
const MIN_PART_LENGTH = 4;

/** Longer words are hardly ever run together with others, and every split tried costs time. */
const MAX_PART_LENGTH = 24;

/** Shorter words are prepositions, which may happen to form a word with the next one: "в статье". */
const MIN_JOINED_LENGTH = 3;

/** Between a lower-case letter and a capital: "UserDatagram". */
const INNER_CAPITAL = /(?<=\p{Ll})(?=\p{Lu})/u;

/**
 * Joins and splits words of a question the way the articles write them: "air field" if they have an
 * airfield, "peaceplan" if they have a peace plan. `knows`: whether the articles have a word in any form.
 */
export function spaceAsIndexed(
  words: readonly Word[],
  knows: (word: string) => boolean,
): readonly Word[] {
  if (words.every(({ text }) => knows(text))) return words;
  return joined(words, knows).flatMap((word) => {
    const isWhole = word.text.length > MAX_WORD_LENGTH || knows(word.text);
    return isWhole ? [word] : split(word, knows);
  });
}

function joined(words: readonly Word[], knows: (word: string) => boolean): Word[] {
  const result: Word[] = [];
  for (const word of words) {
    const before = result.at(-1);
    if (before && areOneWord(before, word, knows)) {
      result.splice(-1, 1, { ...before, text: before.text + word.text, end: word.end });
    } else result.push(word);
  }
  return result;
}

function areOneWord(before: Word, word: Word, knows: (word: string) => boolean): boolean {
  if (word.start - before.end !== 1 || before.text.length < MIN_JOINED_LENGTH) return false;
  return !(knows(before.text) && knows(word.text)) && knows(before.text + word.text);
}

function split(word: Word, knows: (word: string) => boolean): Word[] {
  const at = placesToSplit(word.text).find(
    (place) => knows(word.text.slice(0, place)) && knows(word.text.slice(place)),
  );
  if (at === undefined) return [word];
  const middle = word.start + at;
  return [
    { text: word.text.slice(0, at), start: word.start, end: middle },
    { text: word.text.slice(at), start: middle, end: word.end },
  ];
}

/** Offsets at which both parts are long enough, or an inner capital follows; in order. */
function placesToSplit(text: string): number[] {
  const first = Math.max(MIN_PART_LENGTH, text.length - MAX_PART_LENGTH);
  const last = Math.min(text.length - MIN_PART_LENGTH, MAX_PART_LENGTH);
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const inner = text.search(INNER_CAPITAL);
  if (inner <= 0 || places.includes(inner)) return places;
  return [...places, inner].toSorted((one, other) => one - other);
}
