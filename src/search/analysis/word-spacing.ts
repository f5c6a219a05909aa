import { MAX_WORD_LENGTH, type Word } from "../../text/words.ts";

/** What the articles have, for words as written. */
export type IndexedWords = {
  /** Whether they have a word in any form. */
  readonly knows: (word: string) => boolean;
  readonly isStopWord: (word: string) => boolean;
  /** Whether requests are made with a word: it is whole, even if the articles have its parts. */
  readonly isRequest: (word: string) => boolean;
  /** Whether they have the two words next to each other. */
  readonly haveTogether: (first: string, second: string) => boolean;
};

/** Too many words contain shorter parts: "seas-on". */
const MIN_PART_LENGTH = 4;

/** Longer words are hardly ever run together with others, and every split tried costs time. */
const MAX_PART_LENGTH = 24;

/** Shorter words may be prepositions, which may happen to form a word with the next one: "в статье". */
const MIN_JOINED_LENGTH = 3;

/** Between a lower-case letter and a capital, a letter and a digit: "UserDatagram", "f16", "10km". */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=[\p{L}\p{M}])(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

/**
 * Joins and splits words of a question the way the articles write them: "air field" if they have an
 * airfield, "peaceplan" if they have a peace plan.
 */
export function spaceAsIndexed(words: readonly Word[], indexed: IndexedWords): readonly Word[] {
  if (words.every(({ text }) => indexed.knows(text))) return words;
  const isTogether = limited(indexed.haveTogether);
  return joined(words, indexed).flatMap((word) => {
    const { text } = word;
    const isWhole = text.length > MAX_WORD_LENGTH || indexed.knows(text) || indexed.isRequest(text);
    return isWhole ? [word] : split(word, { ...indexed, haveTogether: isTogether });
  });
}

/** Looking for two words next to each other takes longer than all else; no question has to do it often. */
const MAX_LOOKED_FOR = 10;

function limited(haveTogether: IndexedWords["haveTogether"]): IndexedWords["haveTogether"] {
  let left = MAX_LOOKED_FOR;
  return (first, second) => {
    left -= 1;
    return left >= 0 && haveTogether(first, second);
  };
}

function joined(words: readonly Word[], indexed: IndexedWords): Word[] {
  const result: Word[] = [];
  for (const word of words) {
    const before = result.at(-1);
    if (before && areOneWord(before, word, indexed)) {
      result.splice(-1, 1, { ...before, text: before.text + word.text, end: word.end });
    } else result.push(word);
  }
  return result;
}

function areOneWord(before: Word, word: Word, { knows, isStopWord }: IndexedWords): boolean {
  if (word.start - before.end > 1) return false;
  if (before.text.length < MIN_JOINED_LENGTH && isStopWord(before.text)) return false;
  return !(knows(before.text) && knows(word.text)) && knows(before.text + word.text);
}

function split(word: Word, indexed: IndexedWords): Word[] {
  const { text, start, end } = word;
  const places = placesToSplit(text).filter((at) => areKnown(text, at, indexed));
  if (places.length === 0) return [word];

  const seam = text.search(SEAM);
  const at =
    places.find((place) => place === seam || isLong(text, place)) ??
    places.find((place) => areTogether(text.slice(0, place), text.slice(place), indexed));
  if (at === undefined) return [word];
  return [
    { text: text.slice(0, at), start, end: start + at },
    { text: text.slice(at), start: start + at, end },
  ];
}

function areKnown(text: string, at: number, { knows }: IndexedWords): boolean {
  return knows(text.slice(0, at)) && knows(text.slice(at));
}

function isLong(text: string, at: number): boolean {
  return at >= MIN_PART_LENGTH && text.length - at >= MIN_PART_LENGTH;
}

/** Shorter parts, if the articles have them side by side: "wifi" for "Wi Fi". */
function areTogether(
  first: string,
  second: string,
  { isStopWord, haveTogether }: IndexedWords,
): boolean {
  return !isStopWord(first) && !isStopWord(second) && haveTogether(first, second);
}

/** "35" is never 3 and 5. */
const NUMBER = /^\p{N}+$/u;

/** In order, the offsets at which a word may be split. */
function placesToSplit(text: string): number[] {
  if (NUMBER.test(text)) return [];
  const first = Math.max(1, text.length - MAX_PART_LENGTH);
  const last = Math.min(text.length - 1, MAX_PART_LENGTH);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
