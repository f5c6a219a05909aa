import { identifyLanguage } from "./identify-language.ts";
import { DEFAULT_LANGUAGE, type Language } from "./language.ts";
import { LANGUAGE_PACKS } from "./packs.ts";
import { wordsIn } from "../text/words.ts";

/** Some paragraphs tell a language; more would only cost time. */
const MAX_CHARACTERS = 4000;

/** The language a text is written in, among those the bot speaks. */
export function languageOf(paragraphs: readonly string[]): Language {
  const words = wordsIn(paragraphs.join("\n").slice(0, MAX_CHARACTERS)).map(({ text }) => text);
  return identifyLanguage(words, LANGUAGE_PACKS)?.code ?? DEFAULT_LANGUAGE;
}
