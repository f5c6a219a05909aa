import type { Stem } from "../language-pack.ts";
import { snowballStemmer } from "../snowball-stemmer.ts";

export function russianStemmer(): Stem {
  const stem = snowballStemmer("ru");
  // Twice: a bare noun may look like a form of a verb, "визит" as "говорит" does.
  return (folded) => levelRussian(stem(stem(folded)));
}

const ONLY_LETTERS = /^\p{L}+$/u;
/** Китай – Китая: Snowball leaves a vowel of the one. The look-behind starts the search once a run. */
const LAST_VOWELS = /(?<=\p{L}{3})(?<!\p{L}{3}[аеиоуыэюя])[аеиоуыэюя]+$/u;
/** Клочок – Клочка, десяток – десятка. */
const FLEETING_VOWEL = /(?<=\p{L}{2}[бвгджзклмнпрстфхцчшщ])[ое](?=[кцн]$)/u;

function levelRussian(stem: string): string {
  if (!ONLY_LETTERS.test(stem)) return stem;
  return stem.replace(LAST_VOWELS, "").replace(FLEETING_VOWEL, "");
}
