import type { Terms } from "../../languages/terms.ts";
import { MAX_WORD_LENGTH } from "../../text/words.ts";
import type { AddedTerm } from "./added-terms.ts";
import type { AnalysedWord } from "./analyse-text.ts";

const PLAIN = /^[a-zA-Z0-9]*$/u;
const VOWEL_WITH_MARK = /[äöüøå]/giu;
/** How people write these letters without their marks, besides leaving the marks out. */
const WITH_E: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
/** "L'État", "d'Artagnan", "O'Brien": what readers know may be the second part. */
const AFTER_APOSTROPHE = /(?<=^\p{Script=Latin}{1,4}['’])\p{Script=Latin}{3,}$/u;

/** Single words that are spelt in another way as well: "Müller" is `mueller`, "l'État" `etat`. */
export function otherSpellings(words: readonly AnalysedWord[], terms: Terms): AddedTerm[] {
  return words.flatMap(({ word, term: own }, number) => {
    if (word.text.length > MAX_WORD_LENGTH || PLAIN.test(word.text)) return [];
    return spellingsOf(word.text.normalize("NFC")).flatMap((spelling) => {
      const { term, folded } = terms.read(spelling);
      return term === own ? [] : [{ term, folded, first: number, last: number }];
    });
  });
}

function spellingsOf(word: string): string[] {
  const withE = word.replace(VOWEL_WITH_MARK, (letter) => WITH_E[letter.toLowerCase()] ?? letter);
  return [...(withE === word ? [] : [withE]), ...(AFTER_APOSTROPHE.exec(word) ?? [])];
}
