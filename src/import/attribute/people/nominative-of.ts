import type { GenitiveEndings } from "../../../languages/language-pack.ts";
import type { WordTests } from "../word-lists.ts";

/**
 * A first name and a surname that an article has in the genitive only ("за словами Оксани Гайової"), in the
 * nominative; unchanged if the first name is not one that tells how.
 */
export function nominativeOf(name: string, endings: GenitiveEndings, words: WordTests): string {
  const [first = "", surname = "", ...others] = name.split(" ");
  const gender = genderOf(first.toLowerCase(), words);
  if (gender === undefined || surname === "" || others.length > 0) return name;
  const { given, family } = endings[gender];
  return `${withEnding(first, given)} ${withEnding(surname, family)}`;
}

function genderOf(first: string, words: WordTests): "he" | "she" | undefined {
  if (words.femaleNames(first)) return "she";
  return words.maleNames(first) ? "he" : undefined;
}

/** With the first ending that it has replaced. */
function withEnding(word: string, endings: readonly (readonly [string, string])[]): string {
  const found = endings.find(([genitive]) => word.endsWith(genitive));
  return found ? word.slice(0, -found[0].length) + found[1] : word;
}
