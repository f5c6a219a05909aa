import { cachedByWord } from "../text/cached-by-word.ts";
import { isOneTypo } from "../text/one-typo.ts";
import { foldWord } from "../text/words.ts";
import concepts from "./concepts.json" with { type: "json" };
import type { Language } from "./language.ts";
import type { Stem } from "./language-pack.ts";

/** A language's words for each concept, the plainest first. The same numbers in all languages. */
export function conceptsIn(language: Language): readonly string[] {
  return concepts.map((concept) => concept[language]);
}

/** Finds the concepts of a term or a word, and the words of a concept. */
export type ConceptTerms = {
  readonly conceptsOf: (term: string) => readonly number[];
  /** Those that list a form of the word; otherwise those of its stem, which other words may share, or with a typo in it. */
  readonly conceptsOfWord: (word: string) => readonly number[];
  /** Its words, folded. */
  readonly wordsOf: (concept: number) => readonly string[];
};

type Inflection = { readonly stem: Stem; readonly endings?: string | undefined };

/** `column`: the words for each concept. Stemming all takes long, so only those that begin alike are stemmed. */
export function createConceptTerms(
  column: readonly string[],
  { stem: stemUncached, endings = "" }: Inflection,
): ConceptTerms {
  const stem = cachedByWord(stemUncached);
  let words: Map<string, NumberedWord[]> | undefined;
  const read = new Set<string>();
  const conceptsByTerm = new Map<string, number[]>();
  const isEnding = new Set(["", ...endings.split(" ")]);

  function likeWord(word: string): readonly NumberedWord[] {
    words ??= wordsByBeginning(column);
    const beginning = beginningOf(word);
    if (word.length >= BEGINNING_LENGTH) return words.get(beginning) ?? [];
    return [...words].flatMap(([other, alike]) => (other.startsWith(beginning) ? alike : []));
  }

  function readThoseLike(term: string): void {
    const beginning = beginningOf(term);
    if (read.has(beginning)) return;
    read.add(beginning);
    for (const [word, concept] of likeWord(term)) {
      const known = conceptsByTerm.get(stem(word)) ?? [];
      conceptsByTerm.set(stem(word), known.includes(concept) ? known : [...known, concept]);
    }
  }

  const conceptsOf = (term: string) => {
    readThoseLike(term);
    return conceptsByTerm.get(term) ?? [];
  };
  return {
    conceptsOf,
    conceptsOfWord: cachedByWord((word) => {
      const folded = foldWord(word);
      const forms = likeWord(folded).filter(([listed]) => areForms(folded, listed, isEnding));
      if (forms.length > 0) return conceptsAmong(forms);
      const alike = likeWord(folded).filter(([listed]) => areAlike(folded, listed));
      const same = alike.filter(([listed]) => stem(listed) === stem(folded));
      if (same.length > 0 || stem(folded).length < MIN_STEM_WITH_TYPO) return conceptsAmong(same);
      return conceptsAmong(alike.filter(([listed]) => isOneTypo(stem(folded), stem(listed))));
    }),
    wordsOf: (concept) => (column[concept] ?? "").split(" ").map(withoutHyphens),
  };
}

function conceptsAmong(words: readonly NumberedWord[]): readonly number[] {
  return [...new Set(words.map(([, concept]) => concept))];
}

/** A typo more easily turns a shorter stem into another. */
const MIN_STEM_WITH_TYPO = 5;

/** Whether two words have the same beginning, and nothing but an ending after it. */
function areForms(one: string, other: string, isEnding: ReadonlySet<string>): boolean {
  if (one === other) return true;
  for (let shared = sharedLetters(one, other); shared >= BEGINNING_LENGTH; shared -= 1) {
    if (isEnding.has(one.slice(shared)) && isEnding.has(other.slice(shared))) return true;
  }
  return false;
}

/** Stems of unrelated words may be the same: "Обама" and "обои". */
const MIN_SHARED = 0.5;

function areAlike(one: string, other: string): boolean {
  return sharedLetters(one, other) >= MIN_SHARED * Math.max(one.length, other.length);
}

function sharedLetters(one: string, other: string): number {
  const [first, second] = [withOneVowel(one), withOneVowel(other)];
  let shared = 0;
  while (shared < first.length && first[shared] === second[shared]) shared += 1;
  return shared;
}

/** "Року" and "рік" have the same beginning. */
function withOneVowel(word: string): string {
  return word.replaceAll(ALTERNATING_VOWEL, "о");
}

/** As the added term of a word with hyphens is written. */
function withoutHyphens(word: string): string {
  return foldWord(word.replaceAll("-", ""));
}

/** A folded word with the number of its concept. */
type NumberedWord = readonly [word: string, concept: number];

function wordsByBeginning(column: readonly string[]): Map<string, NumberedWord[]> {
  const words = new Map<string, NumberedWord[]>();
  for (const [concept, listed] of column.entries()) {
    for (const word of listed.split(" ")) {
      const folded = withoutHyphens(word);
      const alike = words.get(beginningOf(folded));
      if (alike) alike.push([folded, concept]);
      else words.set(beginningOf(folded), [[folded, concept]]);
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
const ALTERNATING_VOWEL = /[іїеє]/gu;
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
