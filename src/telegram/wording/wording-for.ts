import type { Context } from "grammy";
import type { Context as ChatContext } from "../../answer/answer.ts";
import { DEFAULT_LANGUAGE, languageOfCode, type Language } from "../../languages/language.ts";
import { ENGLISH_WORDING } from "./en.ts";
import { RUSSIAN_WORDING } from "./ru.ts";
import { UKRAINIAN_WORDING } from "./uk.ts";
import type { Wording } from "./wording.ts";

const WORDINGS: Readonly<Record<Language, Wording>> = {
  en: ENGLISH_WORDING,
  uk: UKRAINIAN_WORDING,
  ru: RUSSIAN_WORDING,
};

export function wordingFor(language: Language): Wording {
  return WORDINGS[language];
}

/** In the language the chat was last in, or else that of the reader's app. */
export function wordingForReader(
  { from }: Pick<Context, "from">,
  { language }: Pick<ChatContext, "language"> = {},
): Wording {
  return wordingFor(language ?? languageOfCode(from?.language_code ?? "") ?? DEFAULT_LANGUAGE);
}
