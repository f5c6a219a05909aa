import { foldWord } from "../text/words.ts";
import type { LanguagePack } from "./language-pack.ts";

/** A language's letters in Latin ones: "ж zh" and so on, separated by commas. */
export type Romanisation = string;

/** Shorter ones are English words too: "do", "na", "to". */
const MIN_LENGTH = 3;

/** Stop words as they are typed without a Cyrillic keyboard, in a spelling that all systems share. */
export function romanisedWords(
  words: Iterable<string>,
  romanisation: Romanisation = "",
): Set<string> {
  const latin = latinLetters(romanisation);
  const romanised = new Set<string>();
  if (romanisation === "") return romanised;
  for (const word of words) {
    const typed = Array.from(word, (letter) => latin.get(letter) ?? "").join("");
    if (typed.length >= MIN_LENGTH) romanised.add(sharedSpelling(typed));
  }
  return romanised;
}

function latinLetters(romanisation: Romanisation): ReadonlyMap<string, string> {
  return new Map(
    romanisation.split(",").map((pair) => {
      const [letter = "", letters = ""] = pair.trim().split(" ");
      return [letter, letters] as const;
    }),
  );
}

const SOFT_AND_HARD_SIGNS = /[ьъ'’ʼ]/gu;

/** A text in small Latin letters: "порт" → "port". Letters that a language does not have stay as they are. */
export function inLatinLetters(text: string, romanisation: Romanisation = ""): string {
  const latin = latinLetters(romanisation);
  const letters = text.toLowerCase().replaceAll(SOFT_AND_HARD_SIGNS, "");
  return Array.from(letters, (letter) => latin.get(letter) ?? letter).join("");
}

/** What the many ways of writing the same Cyrillic letter have in common; in order. */
const SHARED: readonly (readonly [RegExp, string])[] = [
  [/sh?ch/gu, "š"],
  [/sh/gu, "š"],
  [/ch/gu, "č"],
  [/zh/gu, "ž"],
  [/kh|g|x/gu, "h"],
  [/ts|tz/gu, "c"],
  [/w/gu, "v"],
  [/[yj]/gu, "i"],
  [/i+(?=[aeou])/gu, ""],
  [/(.)\1+/gu, "$1"],
];

function sharedSpelling(latin: string): string {
  return SHARED.reduce((text, [letters, one]) => text.replace(letters, one), latin);
}

/** The language of which most of the words are stop words in Latin letters: "koly", "kogda". */
export function romanisedLanguage<Pack extends LanguagePack>(
  words: readonly string[],
  packs: readonly Pack[],
): Pack | undefined {
  const typed = words.map((word) => sharedSpelling(foldWord(word)));
  const [first, second] = packs
    .map((pack) => ({ pack, count: typed.filter((word) => pack.romanised.has(word)).length }))
    .toSorted((one, other) => other.count - one.count);
  return first && first.count > (second?.count ?? 0) ? first.pack : undefined;
}
