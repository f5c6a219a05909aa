import type { Language } from "../../article/language.ts";
import { ENGLISH } from "./vocabulary-en.ts";
import type { Vocabulary } from "./vocabulary.ts";

const VOCABULARIES: Readonly<Record<Language, Vocabulary>> = {
  en: ENGLISH,
  uk: ENGLISH,
  ru: ENGLISH,
};

export function vocabularyIn(language: Language): Vocabulary {
  return VOCABULARIES[language];
}
