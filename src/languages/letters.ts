import type { Language } from "./language.ts";

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Letters that only one of the two languages has. */
export const UKRAINIAN_LETTERS = /[іїєґ]/iu;
export const RUSSIAN_LETTERS = /[ыэёъ]/iu;

const NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  uk: "Ukrainian",
  ru: "Russian",
};

/** Why a text cannot be in the language, going by its letters; `undefined` where it may be. */
export function strangeLetters(text: string, language: Language): string | undefined {
  const name = NAMES[language];
  if (language === "en") {
    return CYRILLIC.test(text) && !LATIN.test(text) ? `has no letter of ${name}` : undefined;
  }
  if (LATIN.test(text) && !CYRILLIC.test(text)) return `has no letter of ${name}`;

  const [own, other] =
    language === "uk" ? [UKRAINIAN_LETTERS, RUSSIAN_LETTERS] : [RUSSIAN_LETTERS, UKRAINIAN_LETTERS];
  const strange = own.test(text) ? undefined : other.exec(text)?.[0];
  return strange === undefined ? undefined : `has the letter ${strange}, which ${name} has not`;
}
