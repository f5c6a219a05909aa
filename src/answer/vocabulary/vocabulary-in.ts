import type { Language } from "../../languages/language.ts";
import { ENGLISH } from "./vocabulary-en.ts";
import { RUSSIAN } from "./vocabulary-ru.ts";
import { UKRAINIAN } from "./vocabulary-uk.ts";
import type { Vocabulary } from "./vocabulary.ts";

const VOCABULARIES: Readonly<Record<Language, Vocabulary>> = {
  en: ENGLISH,
  uk: UKRAINIAN,
  ru: RUSSIAN,
};

export function vocabularyIn(language: Language): Vocabulary {
  return VOCABULARIES[language];
}
