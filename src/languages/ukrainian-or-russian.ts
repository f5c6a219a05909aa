import { RUSSIAN_LETTERS, UKRAINIAN_LETTERS } from "./letters.ts";
import learned from "./east-slavic/spelling.json" with { type: "json" };
import { termsFor } from "./terms.ts";
import { foldWord, isCapitalised, LONGEST_WORD } from "../text/words.ts";

/** Which of the two the words are of, or `undefined` where they may be of either. */
export function ukrainianOrRussian(words: readonly string[]): "uk" | "ru" | undefined {
  let leaning = 0;
  for (const [at, word] of words.entries()) {
    const isName = at > 0 && isCapitalised(word);
    leaning += (isName ? WORTH_OF_NAME : 1) * leaningOf(word);
  }
  if (Math.abs(leaning) < CLEAR) return undefined;
  return leaning > 0 ? "uk" : "ru";
}

/** Less than this may be chance. */
const CLEAR = 0.5;

/** Names are written as somebody else spells them. */
const WORTH_OF_NAME = 0.3;

/** How surely a letter, and a small word, that only one of the two has tell beside what is learned. */
const WORTH_OF_LETTER = 4;
const WORTH_OF_SMALL_WORD = 2;

/** Towards Ukrainian above nought, towards Russian below. */
function leaningOf(word: string): number {
  const isSmall = (language: string) => termsFor(language).isStopWord(word);
  const own = Number(UKRAINIAN_LETTERS.test(word)) - Number(RUSSIAN_LETTERS.test(word));
  const folded = foldWord(word);
  let spelling = 0;
  if (folded.length > LONGEST_WORD) return WORTH_OF_LETTER * own;
  for (const sign of signsOfWord(folded)) spelling += tableOfSigns().get(sign) ?? 0;
  return (
    WORTH_OF_LETTER * own +
    WORTH_OF_SMALL_WORD * (Number(isSmall("uk")) - Number(isSmall("ru"))) +
    spelling / Math.sqrt(folded.length) +
    (tableOfSigns().get(wholeWord(folded)) ?? 0)
  );
}

const PART_LENGTHS = [2, 3, 4];

/** Parts of two to four letters, with marks for where the word begins and ends. */
export function signsOfWord(folded: string): string[] {
  const marked = `^${folded}$`;
  return PART_LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, at) =>
      marked.slice(at, at + length),
    ),
  );
}

/** The sign that is the word itself. */
export function wholeWord(folded: string): string {
  return `=${folded}`;
}

let signs: ReadonlyMap<string, number> | undefined;

function tableOfSigns(): ReadonlyMap<string, number> {
  signs ??= new Map(
    Object.entries(learned).flatMap(([weight, list]) =>
      list.split(" ").map((sign) => [sign, Number(weight)] as const),
    ),
  );
  return signs;
}
