import type { WordTest } from "./word-test.ts";

/** Which pronoun stands for somebody. */
export type Gender = "he" | "she";

type GenderWords = Readonly<
  Record<"femaleTitles" | "maleTitles" | "femaleNames" | "maleNames", WordTest>
>;

/** By a title or what somebody is, or else by the first name. */
export function genderOfName(
  title: string,
  named: readonly string[],
  words: GenderWords,
): Gender | undefined {
  const titles = title.toLowerCase().split(/[\s.]+/u);
  if (titles.some(words.femaleTitles)) return "she";
  if (titles.some(words.maleTitles)) return "he";
  const first = named.length > 1 ? (named[0] ?? "").toLowerCase() : "";
  if (words.femaleNames(first)) return "she";
  return words.maleNames(first) ? "he" : undefined;
}
