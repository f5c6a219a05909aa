import snowball from "snowball-stemmers";
import { BASE_FORMS } from "./en/irregular-forms.ts";
import { stemUkrainian } from "./uk/stem-ukrainian.ts";

/** A folded word → its stem. */
export type Stem = (folded: string) => string;

const SNOWBALL = new Map([
  ["da", "danish"],
  ["de", "german"],
  ["en", "english"],
  ["es", "spanish"],
  ["fi", "finnish"],
  ["fr", "french"],
  ["hu", "hungarian"],
  ["it", "italian"],
  ["nl", "dutch"],
  ["pt", "portuguese"],
  ["ro", "romanian"],
  ["ru", "russian"],
  ["sv", "swedish"],
  ["tr", "turkish"],
]);

/** `language`: of two or three letters; words of one that is not known stay as they are. */
export function stemmerFor(language: string): Stem {
  if (language === "uk") return stemUkrainian;

  const algorithm = SNOWBALL.get(language);
  if (algorithm === undefined) return (folded) => folded;

  const stemmer = snowball.newStemmer(algorithm);
  if (language === "en") return (folded) => stemmer.stem(BASE_FORMS.get(folded) ?? folded);
  // Twice: a bare noun may look like a form of a verb, "визит" as "говорит" does.
  if (language === "ru") return (folded) => levelRussian(stemmer.stem(stemmer.stem(folded)));
  return (folded) => stemmer.stem(folded);
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
