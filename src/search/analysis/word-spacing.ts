import { LONGEST_WORD, type Word } from "../../text/words.ts";

/** Shorter parts stand in too many words: "seas-on". */
const SHORTEST_PART = 4;

/** Longer words are too rare to be glued to others; asking for them costs as much at every place. */
const LONGEST_PART = 24;

/** Shorter ones are prepositions, which join with a word by chance: "в статье". */
const SHORTEST_JOINED = 3;

/** Where a small letter meets a capital: "UserDatagram". */
const INNER_CAPITAL = /(?<=\p{Ll})(?=\p{Lu})/u;

/**
 * The words of a question, spaced as the articles space them: "air field" where they have an airfield,
 * "peaceplan" where they have a peace plan. `knows`: whether the articles have a word in some form.
 */
export function spaceAsIndexed(
  words: readonly Word[],
  knows: (word: string) => boolean,
): readonly Word[] {
  if (words.every(({ text }) => knows(text))) return words;
  return joined(words, knows).flatMap((word) => {
    const isWhole = word.text.length > LONGEST_WORD || knows(word.text);
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
  if (word.start - before.end !== 1 || before.text.length < SHORTEST_JOINED) return false;
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

/** Where both parts have the length of a word, and before an inner capital; in order. */
function placesToSplit(text: string): number[] {
  const first = Math.max(SHORTEST_PART, text.length - LONGEST_PART);
  const last = Math.min(text.length - SHORTEST_PART, LONGEST_PART);
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const inner = text.search(INNER_CAPITAL);
  if (inner <= 0 || places.includes(inner)) return places;
  return [...places, inner].toSorted((one, other) => one - other);
}
