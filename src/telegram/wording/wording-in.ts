import type { Language } from "../../languages/language.ts";
import type { Wording } from "./wording.ts";
import { ENGLISH } from "./wording-en.ts";
import { RUSSIAN } from "./wording-ru.ts";
import { UKRAINIAN } from "./wording-uk.ts";

const WORDINGS: Readonly<Record<Language, Wording>> = {
  en: ENGLISH,
  uk: UKRAINIAN,
  ru: RUSSIAN,
};

/** The bot's own sentences in a language. */
export function wordingFor(language: Language): Wording {
  return WORDINGS[language];
}
