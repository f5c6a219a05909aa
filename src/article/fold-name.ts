import { foldWord, wordsIn } from "../text/words.ts";

const ARTICLE = /^the /u;

/** A name in small letters, without marks or "the". */
export function foldName(name: string): string {
  return wordsIn(name)
    .map(({ text }) => foldWord(text))
    .join(" ")
    .replace(ARTICLE, "");
}
