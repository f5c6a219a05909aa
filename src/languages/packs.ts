import type { Language } from "./language.ts";
import { ENGLISH } from "./en/english.ts";
import { RUSSIAN } from "./ru/russian.ts";
import { UKRAINIAN } from "./uk/ukrainian.ts";
import type { LanguagePack } from "./language-pack.ts";

const PACKS: Readonly<Record<Language, LanguagePack>> = {
  en: ENGLISH,
  uk: UKRAINIAN,
  ru: RUSSIAN,
};

export function packFor(language: Language): LanguagePack {
  return PACKS[language];
}
