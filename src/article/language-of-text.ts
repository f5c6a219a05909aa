import { languageOf } from "../languages/language-of.ts";
import type { Language } from "../languages/language.ts";
import type { Section } from "./article.ts";

/** The language of an article that states none. */
export function languageOfText(title: string, sections: readonly Section[]): Language {
  return languageOf([
    title,
    ...sections.flatMap(({ passages }) => passages.map(({ text }) => text)),
  ]);
}
