import { foldWord } from "../../../text/words.ts";
import type { KeyOf } from "./people-of.ts";

/** Endings of names in Ukrainian and Russian, longest first. */
const ENDING =
  /(?:ого|его|ому|ему|ими|ами|ями|ою|ею|єю|ої|ій|ий|ый|ым|им|ом|ем|єм|ой|ей|ая|яя|[аеєиіїоуюяйьыэ])$/u;
const MIN_LENGTH = 3;
const LONGEST = 7;
/** "Сокіл", "Сокола": the vowel of a closed syllable changes. */
const CLOSED_SYLLABLE = /і([бвгґджзклмнпрстфхцчшщ]ь?)$/u;
/** "Верещака", "Верещаці": the last consonant may change. */
const SOFTENED: Readonly<Record<string, string>> = { ц: "к", з: "г", с: "х", ч: "к" };

/** A name as compared, whatever case it is in. */
export const keyOfInflected: KeyOf = (word) => {
  const folded = foldWord(word);
  const stem = folded.replace(ENDING, "");
  const kept = (stem.length < MIN_LENGTH ? folded : stem).replace(CLOSED_SYLLABLE, "о$1");
  const last = kept.at(-1) ?? "";
  return (kept.slice(0, -1) + (SOFTENED[last] ?? last)).slice(0, LONGEST);
};
