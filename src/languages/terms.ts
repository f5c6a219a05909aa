import { KIND, kindsOf } from "./token-classes.ts";
import { NEAR_WORDS } from "./near-words.ts";
import { stemmerFor } from "./stemmers.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { foldWord, isAcronym, LONGEST_WORD } from "../text/words.ts";

/** A word, analysed. */
export type TermOfWord = {
  readonly folded: string;
  /** The word as indexed: folded, brought to its base form, stemmed. */
  readonly term: string;
  readonly isStopWord: boolean;
  /** Bits of KIND. */
  readonly kinds: number;
};

/** One analysis of words for the index, the question and the highlights, so that they always agree. */
export type Terms = {
  readonly read: (word: string) => TermOfWord;
  readonly of: (word: string) => string;
  readonly isStopWord: (word: string) => boolean;
  /** Terms that say much the same, as far as the language's are known. */
  readonly near: (term: string) => readonly string[];
};

/** With a capital it is a date, without one it says nothing. */
const MONTH_OF_MAY = "May";

/** Enough for the words of a large library; past it the memory is worth more than the time. */
const MAX_REMEMBERED_WORDS = 100_000;

const termsByLanguage = new Map<string, Terms>();

/** Remembered by language because stemming is the dearest part of reading a text. */
export function termsFor(language: string): Terms {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const known = termsByLanguage.get(primary);
  if (known) return known;

  const terms = createTerms(primary);
  termsByLanguage.set(primary, terms);
  return terms;
}

function createTerms(language: string): Terms {
  const stem = stemmerFor(language);
  const stopWords = STOP_WORDS.get(language) ?? new Set();
  const near = nearTerms(language, stem);
  const remembered = new Map<string, TermOfWord>();

  function read(word: string): TermOfWord {
    if (word.length > LONGEST_WORD) return asWritten(word);
    const known = remembered.get(word);
    if (known !== undefined) return known;

    if (remembered.size >= MAX_REMEMBERED_WORDS) remembered.clear();
    const folded = foldWord(word);
    const isStopWord = stopWords.has(folded) && !isAcronym(word) && word !== MONTH_OF_MAY;
    const kinds = kindsOf(folded) | (isStopWord ? KIND.stopWord : 0);
    const made = { folded, term: stem(folded), isStopWord, kinds };
    remembered.set(word, made);
    return made;
  }

  return {
    read,
    of: (word) => read(word).term,
    isStopWord: (word) => read(word).isStopWord,
    near: (term) => near.get(term) ?? [],
  };
}

/** Not remembered either: nobody writes the same one twice. */
function asWritten(word: string): TermOfWord {
  const folded = foldWord(word);
  return { folded, term: folded, isStopWord: false, kinds: 0 };
}

/** By term: the terms of the words near those that have it. */
function nearTerms(language: string, stem: (folded: string) => string): Map<string, string[]> {
  const near = new Map<string, string[]>();
  if (language !== "en") return near;
  for (const [word, others] of NEAR_WORDS) {
    const term = stem(word);
    near.set(term, [...(near.get(term) ?? []), ...others.map(stem)]);
  }
  return near;
}
