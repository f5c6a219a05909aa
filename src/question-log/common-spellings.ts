import { isOneTypo } from "../search/analysis/spelling.ts";
import { count } from "../feedback/feedback.ts";

/** In shorter words one slip makes another word too often. */
const SHORTEST_WITH_SLIP = 5;
const DIGIT = /\p{Nd}/u;

/**
 * Each word as most people spell it, one slip apart; a number, and what `isWord`, is no slip of
 * another. Words are found by what they are with a letter left out, so that thousands take a moment.
 */
export function commonSpellings(
  words: readonly string[],
  isWord: (word: string) => boolean,
): ReadonlyMap<string, string> {
  const meant = new Map<string, string>();
  const settled = new Map<string, string[]>();
  const sorted = commonestFirst(words);
  const maySlip = (word: string) =>
    word.length >= SHORTEST_WITH_SLIP && !DIGIT.test(word) && !isWord(word);
  // What is no slip is settled first, however seldom it stands.
  for (const word of [...sorted.filter((each) => !maySlip(each)), ...sorted.filter(maySlip)]) {
    const forms = formsOf(word);
    const near = maySlip(word) ? forms.flatMap((form) => settled.get(form) ?? []) : [];
    const spelled = near.find((known) => isOneTypo(word, known));
    meant.set(word, spelled ?? word);
    if (spelled !== undefined) continue;
    for (const form of forms) settled.set(form, [...(settled.get(form) ?? []), word]);
  }
  return meant;
}

/** Of equals the first by the alphabet, so that the order of the questions does not matter. */
function commonestFirst(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) count(counts, word, 1);
  const sorted = [...counts.keys()].toSorted();
  return sorted.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
}

/** The word, and what is left of it without one of its letters. */
function formsOf(word: string): string[] {
  const shorter = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return [...new Set([word, ...shorter])];
}
