import type { Passage } from "../article/article.ts";
import { KIND } from "./kinds.ts";
import { sentencesIn, type Range } from "./sentences.ts";
import type { TermOfWord, Terms } from "./terms.ts";
import { isCapitalised, wordsIn, type Word } from "./words.ts";

/** A word of a text as it is matched. */
export type ReadWord = TermOfWord & {
  readonly word: Word;
  /** The number of its sentence. */
  readonly sentence: number;
};

/** A text as it is matched: every word, stop words too. */
export type Reading = { readonly words: readonly ReadWord[]; readonly sentences: readonly Range[] };

export function readText(text: string, terms: Terms): Reading {
  const sentences = sentencesIn(text);
  let sentence = -1;
  let before = 0;
  const words = wordsIn(text).map((word): ReadWord => {
    const isFirst = sentence < 0 || word.start >= (sentences[sentence]?.[1] ?? Infinity);
    while (word.start >= (sentences[sentence]?.[1] ?? -1) && sentence < sentences.length - 1) {
      sentence += 1;
    }
    const { folded, term, isStopWord, kinds: own } = terms.read(word.text);
    const kinds = own | nameKinds(!isFirst && isCapitalised(word.text), before);
    before = own;
    return { word, sentence, folded, term, isStopWord, kinds };
  });
  return { words, sentences };
}

/** Names show by a capital within a sentence, places by the preposition before them as well. */
function nameKinds(isName: boolean, before: number): number {
  if (!isName) return 0;
  return (before & KIND.preposition) > 0 ? KIND.name | KIND.place : KIND.name;
}

/** What is matched of a passage: its own words, then what editors added, each a line. */
export function matchedText({ text, lead, keywords }: Passage): string {
  return [text, lead, keywords.join(", ")].filter(Boolean).join("\n");
}
