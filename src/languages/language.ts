/** The languages that the bot speaks, one folder each; an article may be in any other one. */
export const LANGUAGES = ["en", "uk", "ru"] as const;

export type Language = (typeof LANGUAGES)[number];

/** The form of a BCP 47 code. */
export const LANGUAGE_CODE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u;

/** For readers whose language is unknown or not among these. */
export const DEFAULT_LANGUAGE = "en" satisfies Language;

/** The bot's language for a BCP 47 code such as `uk-UA`, if it speaks it. */
export function languageOfCode(code: string): Language | undefined {
  const [primary] = code.toLowerCase().split("-");
  return LANGUAGES.find((language) => language === primary);
}
