import { foldWord } from "../text/words.ts";
import concepts from "./concepts.json" with { type: "json" };
import type { Language } from "./language.ts";
import type { Stem } from "./language-pack.ts";

/** A language's words for each concept, the plainest first. The same numbers in all languages. */
export function conceptsIn(language: Language): readonly string[] {
  return concepts.map((concept) => concept[language]);
}

/** Finds the concepts of a term, and the terms of a concept. */
export type ConceptTerms = {
  readonly conceptsOf: (term: string) => readonly number[];
  readonly termsOf: (concept: number) => readonly string[];
};

/** `column`: the words for each concept. Stemming all takes long, so only those that begin alike are stemmed. */
export function createConceptTerms(column: readonly string[], stem: Stem): ConceptTerms {
  let unread: Map<string, NumberedWord[]> | undefined;
  const conceptsByTerm = new Map<string, number[]>();
  const termOf = (word: string) => stem(withoutHyphens(word));

  function readWord([word, concept]: NumberedWord): void {
    const term = termOf(word);
    const known = conceptsByTerm.get(term);
    if (!known) conceptsByTerm.set(term, [concept]);
    else if (known.at(-1) !== concept) known.push(concept);
  }

  function readThoseLike(term: string): void {
    unread ??= wordsByBeginning(column);
    const beginning = beginningOf(term);
    const isShort = term.length < BEGINNING_LENGTH;
    const alike = isShort
      ? [...unread.keys()].filter((other) => other.startsWith(beginning))
      : [beginning, beginning.slice(0, -1)];
    for (const one of alike) {
      for (const word of unread.get(one) ?? []) readWord(word);
      unread.delete(one);
    }
  }

  return {
    conceptsOf(term) {
      readThoseLike(term);
      return conceptsByTerm.get(term) ?? [];
    },
    termsOf: (concept) => [...new Set((column[concept] ?? "").split(" ").map(termOf))],
  };
}

/** As the added term of a word with hyphens is written. */
function withoutHyphens(word: string): string {
  return foldWord(word.replaceAll("-", ""));
}

/** A word with the number of its concept. */
type NumberedWord = readonly [word: string, concept: number];

function wordsByBeginning(column: readonly string[]): Map<string, NumberedWord[]> {
  const words = new Map<string, NumberedWord[]>();
  for (const [concept, listed] of column.entries()) {
    for (const word of listed.split(" ")) {
      const beginning = beginningOf(withoutHyphens(word));
      const alike = words.get(beginning);
      if (alike) alike.push([word, concept]);
      else words.set(beginning, [[word, concept]]);
    }
  }
  return words;
}

/** The first letters, written so that no form or stem of a word begins otherwise: "рік", "року". */
function beginningOf(word: string): string {
  const first = word.slice(0, BEGINNING_LENGTH).replace(OTHER_VOWELS, "-");
  return first.replace(CHANGING_LETTERS, (letter) => ALTERNATES[letter] ?? letter);
}

const BEGINNING_LENGTH = 3;
const OTHER_VOWELS = /(?<!^)[aeiouyаеєиіїоуыэюяйьъ]/gu;
const CHANGING_LETTERS = /^[іїеє]|(?<=^..)[цчзжсш]/gu;
/** Alternate in Ukrainian stems: "друг", "друзі". */
const ALTERNATES: Readonly<Record<string, string>> = {
  і: "о",
  ї: "о",
  е: "о",
  є: "о",
  ц: "к",
  ч: "к",
  з: "г",
  ж: "г",
  с: "х",
  ш: "х",
};
