import { isOneTypo } from "../text/one-typo.ts";
import type { Steps } from "../languages/steps.ts";
import { count } from "../feedback/feedback.ts";

/** In shorter words, a typo too often makes another word. */
const MIN_LENGTH_WITH_TYPO = 5;
const DIGIT = /\p{Nd}/u;

/**
 * Maps each word to the most frequent spelling one typo away, or to itself. Numbers and known words are
 * never typos. Only words that share a form with one letter removed are compared, which keeps it fast.
 */
export function* commonSpellings(
  words: readonly string[],
  isWord: (word: string) => boolean,
): Steps<ReadonlyMap<string, string>> {
  const spellings = new Map<string, string>();
  const wordsByForm = new Map<string, string[]>();
  // Sorted first, so ties do not depend on the order of the questions.
  const sorted = byFrequency(words.toSorted());
  const mayBeTypo = (word: string) =>
    word.length >= MIN_LENGTH_WITH_TYPO && !DIGIT.test(word) && !isWord(word);
  // Correct words come first, however rare they are.
  yield;
  for (const word of [...sorted.filter((each) => !mayBeTypo(each)), ...sorted.filter(mayBeTypo)]) {
    yield;
    const forms = formsOf(word);
    const near = mayBeTypo(word) ? forms.flatMap((form) => wordsByForm.get(form) ?? []) : [];
    const correct = near.find((known) => isOneTypo(word, known));
    spellings.set(word, correct ?? word);
    if (correct !== undefined) continue;
    for (const form of forms) wordsByForm.set(form, [...(wordsByForm.get(form) ?? []), word]);
  }
  return spellings;
}

/** Each word once, most frequent first; ties stay in the order given. */
export function byFrequency(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) count(counts, word, 1);
  return [...counts.keys()].toSorted(
    (one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0),
  );
}

/** The word itself, and the word with each one of its letters removed. */
function formsOf(word: string): string[] {
  const shorter = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return [...new Set([word, ...shorter])];
}
