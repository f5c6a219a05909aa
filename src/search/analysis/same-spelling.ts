/** Hyphens, apostrophes, dots. */
const MARKS = /[^\p{L}\p{N}]/gu;

/** Whether two folded words have the same letters. */
export function isSameWord(one: string, other: string): boolean {
  return one.replace(MARKS, "") === other.replace(MARKS, "");
}

const SILENT = /[ьъʹ]/gu;

/** Letters by which spellings of the same name differ, in related languages or in Latin ones; in order. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[іїыйj]|(?<=\p{Script=Cyrillic})ий/gu, "и"],
  [/aya$/u, "a"],
  [/[єэё]/gu, "е"],
  [/[ґх]/gu, "г"],
  [/tsch|tch|cz/gu, "ch"],
  [/kh|gh|g/gu, "h"],
  [/ph/gu, "f"],
  [/w/gu, "v"],
  [/ck|q/gu, "k"],
  [/y|j/gu, "i"],
  [/ie|ei/gu, "e"],
  [/ou|oo/gu, "u"],
  [/(.)\1+/gu, "$1"],
];

/** Whether two folded names are the same but for how a language or a transliteration spells sounds. */
export function isSameName(one: string, other: string): boolean {
  return spellingOf(one) === spellingOf(other);
}

function spellingOf(folded: string): string {
  const heard = folded.replace(MARKS, "").replace(SILENT, "");
  return SAME.reduce((text, [letters, same]) => text.replace(letters, same), heard);
}
