import MiniSearch from "minisearch";
import { cachedByWord } from "../../text/cached-by-word.ts";
import type { Steps } from "./steps.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { isOneTypo } from "../../text/one-typo.ts";
import { foldWord, MAX_WORD_LENGTH } from "../../text/words.ts";

/** Corrects typos to words that the articles use. */
export type Spelling = {
  /** The word of the articles that this may be a typo of. */
  readonly nearestTo: (word: string) => string | undefined;
};

/** A shorter word with one typo is too often another word. */
const MIN_CORRECTED_LENGTH = 5;
/** From this length a word with two typos is still recognisable. */
const MIN_LENGTH_FOR_TWO_TYPOS = 8;

export function* buildSpelling(
  { isInflected, terms }: LanguagePack,
  counts: ReadonlyMap<string, number>,
): Steps<Spelling> {
  const { nearestTo } = isInflected
    ? yield* spellingWithStems(counts, terms.of)
    : yield* spellingOfWords(counts);
  return { nearestTo: cachedByWord(nearestTo) };
}

/** `counts`: how often the articles use each folded word; the most common candidate wins. */
export function* spellingOfWords(counts: ReadonlyMap<string, number>): Steps<Spelling> {
  const engine = new MiniSearch<{ id: string }>({
    fields: ["id"],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });
  for (const id of counts.keys()) {
    if (id.length <= MAX_WORD_LENGTH) engine.add({ id });
    yield;
  }

  return {
    nearestTo(word) {
      const typed = foldWord(word);
      if (typed.length < MIN_CORRECTED_LENGTH) return undefined;

      // Two swapped letters are two edits to the engine, but one typo to a reader.
      const near = engine.search(typed, { fuzzy: 2 }).map((found) => String(found.id));
      const oneTypo = near.filter((candidate) => isOneTypo(typed, candidate));
      if (oneTypo.length > 0) return commonest(oneTypo);
      return typed.length >= MIN_LENGTH_FOR_TWO_TYPOS ? commonest(near) : undefined;
    },
  };

  function commonest(words: readonly string[]): string | undefined {
    return words.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))[0];
  }
}

/** A stem is shorter than its word, so a typo more easily turns it into another. */
const MIN_CORRECTED_STEM_LENGTH = 7;

/** For inflected languages, where the articles use few of a word's forms: corrects by stem as well. */
export function* spellingWithStems(
  counts: ReadonlyMap<string, number>,
  stem: (word: string) => string,
): Steps<Spelling> {
  const byForm = yield* spellingOfWords(counts);
  const forms = new Map<string, string>();
  for (const form of counts.keys()) {
    forms.set(stem(form), form);
    yield;
  }
  const byStem = yield* spellingOfWords(new Map([...forms.keys()].map((known) => [known, 1])));
  const nearestByStem = (word: string) => {
    const typed = stem(word);
    const isLong = typed.length >= MIN_CORRECTED_STEM_LENGTH;
    return isLong ? forms.get(byStem.nearestTo(typed) ?? "") : undefined;
  };
  return { nearestTo: (word) => byForm.nearestTo(word) ?? nearestByStem(word) };
}
