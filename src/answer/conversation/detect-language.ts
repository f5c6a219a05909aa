import { clearestLanguage, inMainScript } from "../../languages/identify-language.ts";
import { DEFAULT_LANGUAGE, languageOfCode, type Language } from "../../languages/language.ts";
import { LANGUAGE_PACKS } from "../../languages/packs.ts";
import { wordsIn } from "../../text/words.ts";
import type { Context } from "../answer.ts";

/** Whether the articles use a word in a language. */
export type KnowsWord = (language: Language, word: string) => boolean;

/**
 * The language to answer in: the one the question is asked in. If its words do not settle that, the
 * articles decide, then the language of the reader's app, then the conversation so far.
 */
export function detectLanguage(
  question: string,
  { clientLanguage = "", language }: Context,
  knows: KnowsWord,
): Language {
  const words = wordsIn(question).map(({ text }) => text);
  const hints = [languageOfCode(clientLanguage), language];
  const hasLetters = words.some((word) => LETTER.test(word));
  if (!hasLetters) return hints.find((hint) => hint !== undefined) ?? DEFAULT_LANGUAGE;

  const main = inMainScript(words, LANGUAGE_PACKS);
  const possible = main.packs.map(({ code }) => code);
  return (
    clearestLanguage(main.words, main.packs)?.code ??
    bestKnown(main.words, possible, knows) ??
    hints.find((hint) => hint !== undefined && possible.includes(hint)) ??
    possible[0] ??
    DEFAULT_LANGUAGE
  );
}

const LETTER = /\p{L}/u;

/** The language in which the articles use more of the words than in any other. */
function bestKnown(
  words: readonly string[],
  languages: readonly Language[],
  knows: KnowsWord,
): Language | undefined {
  const [first, second] = languages
    .map((language) => ({ language, known: words.filter((word) => knows(language, word)).length }))
    .toSorted((one, other) => other.known - one.known);
  return first?.known === second?.known ? undefined : first?.language;
}
