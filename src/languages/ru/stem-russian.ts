import type { Stem } from "../language-pack.ts";
import { snowballStemmer } from "../snowball-stemmer.ts";

export function russianStemmer(): Stem {
  const stem = snowballStemmer("ru");
  // Twice, because a bare noun may look like a verb form: "визит" like "говорит".
  return (folded) => normalizeStem(stem(stem(folded)));
}

const ONLY_LETTERS = /^\p{L}+$/u;
/** Китай – Китая: Snowball leaves a vowel of one form. The look-behind starts the search once per run. */
const LAST_VOWELS = /(?<=\p{L}{3})(?<!\p{L}{3}[аеиоуыэюя])[аеиоуыэюя]+$/u;
/** Клочок – Клочка, десяток – десятка. */
const FLEETING_VOWEL = /(?<=\p{L}{2}[бвгджзклмнпрстфхцчшщ])[ое](?=[кцн]$)/u;

function normalizeStem(stem: string): string {
  if (!ONLY_LETTERS.test(stem)) return stem;
  return stem.replace(LAST_VOWELS, "").replace(FLEETING_VOWEL, "");
}
