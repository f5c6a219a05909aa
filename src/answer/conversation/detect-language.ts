import { languageOfCode, type Language } from "../../languages/language.ts";
import { termsFor } from "../../languages/terms.ts";
import { ukrainianOrRussian } from "../../languages/ukrainian-or-russian.ts";
import { wordsIn } from "../../text/words.ts";
import type { Context } from "../answer.ts";

/** Whether the articles have a word, as they are given in a language. */
export type KnowsWord = (language: Language, word: string) => boolean;

/**
 * The language to answer a question in: the one it is asked in; where its words may be of several, the
 * reader's app tells, then the conversation so far.
 */
export function detectLanguage(
  question: string,
  { clientLanguage = "", language }: Context,
  knows: KnowsWord,
): Language {
  const words = wordsIn(question).map(({ text }) => text);
  const hints = [languageOfCode(clientLanguage), language];
  const isWritten = words.some((word) => LETTER.test(word));
  if (!isWritten) return hints.find((hint) => hint !== undefined) ?? "en";
  if (!isInCyrillic(words)) return "en";

  const cyrillic = words.filter((word) => CYRILLIC.test(word));
  return (
    ukrainianOrRussian(cyrillic) ??
    leaningOfArticles(cyrillic, knows) ??
    hints.find((hint) => hint === "uk" || hint === "ru") ??
    "uk"
  );
}

const LETTER = /\p{L}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Names are often written in the other script: small words tell, then the greater number. */
function isInCyrillic(words: readonly string[]): boolean {
  const cyrillic = words.filter((word) => CYRILLIC.test(word));
  const latin = words.filter((word) => LATIN.test(word));
  const smallEnglish = latin.filter((word) => termsFor("en").isStopWord(word)).length;
  const smallCyrillic = cyrillic.filter(
    (word) => termsFor("uk").isStopWord(word) || termsFor("ru").isStopWord(word),
  ).length;
  if (smallEnglish !== smallCyrillic) return smallCyrillic > smallEnglish;
  return cyrillic.length > 0 && cyrillic.length >= latin.length;
}

/** Whose translation has more of the words. */
function leaningOfArticles(words: readonly string[], knows: KnowsWord): Language | undefined {
  const count = (language: Language) => words.filter((word) => knows(language, word)).length;
  const [ukrainian, russian] = [count("uk"), count("ru")];
  if (ukrainian === russian) return undefined;
  return ukrainian > russian ? "uk" : "ru";
}
