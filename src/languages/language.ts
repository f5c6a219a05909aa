/** The languages that the bot itself speaks; an article may be in any other one. */
export const LANGUAGES = ["en", "uk", "ru"] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language of a BCP 47 code such as `uk-UA`, where it is one that the bot speaks. */
export function languageOfCode(code: string): Language | undefined {
  const [primary] = code.toLowerCase().split("-");
  return LANGUAGES.find((language) => language === primary);
}
