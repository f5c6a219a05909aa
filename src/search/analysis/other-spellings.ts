import type { Terms } from "../../languages/terms.ts";
import { MAX_WORD_LENGTH } from "../../text/words.ts";
import type { AddedTerm } from "./added-terms.ts";
import type { AnalysedWord } from "./analyse-text.ts";

/** Cyrillic too: its letters are spelt one way. */
const PLAIN = /^[a-zA-Z0-9\u0400-\u04ff]*$/u;
const VOWEL_WITH_MARK = /[äöüøå]/giu;
/** How people write these letters without their marks, besides leaving the marks out. */
const WITH_E: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
/** "L'État", "d'Artagnan", "O'Brien": what readers know may be the second part. */
const AFTER_APOSTROPHE = /(?<=^\p{Script=Latin}{1,4}['’])\p{Script=Latin}{3,}$/u;

/** Single words that are spelt in another way as well: "Müller" is `mueller`, "l'État" `etat`. */
export function otherSpellings(words: readonly AnalysedWord[], terms: Terms): AddedTerm[] {
  const added: AddedTerm[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { word, term: own } = words[at] ?? {};
    if (!word || word.text.length > MAX_WORD_LENGTH || PLAIN.test(word.text)) continue;
    for (const spelling of spellingsOf(word.text.normalize("NFC"))) {
      const { term, folded } = terms.read(spelling);
      if (term !== own) added.push({ term, folded, first: at, last: at });
    }
  }
  return added;
}

function spellingsOf(word: string): string[] {
  const withE = word.replace(VOWEL_WITH_MARK, (letter) => WITH_E[letter.toLowerCase()] ?? letter);
  return [...(withE === word ? [] : [withE]), ...(AFTER_APOSTROPHE.exec(word) ?? [])];
}
