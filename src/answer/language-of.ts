import { languageOfCode, type Language } from "../article/language.ts";
import { UKRAINIAN_LETTERS } from "../article/letters.ts";
import { wordsIn } from "../search/words.ts";
import type { Context } from "./answer.ts";

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The language to answer a question in. */
export function languageOf(question: string, { clientLanguage = "", language }: Context): Language {
  if (wordsIn(question).length === 0) return languageOfCode(clientLanguage) ?? language ?? "en";
  if (!CYRILLIC.test(question)) return "en";
  return UKRAINIAN_LETTERS.test(question) ? "uk" : "ru";
}
