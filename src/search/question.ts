import type { Person } from "../article/article.ts";
import { mentionsIn } from "./people.ts";
import type { Shelf } from "./shelf.ts";
import { kindWanted, type Wanted } from "./wanted.ts";
import { isCapitalised, wordsIn } from "./words.ts";

/** A word of the question that carries meaning, and whether the articles in scope have it. */
export type QueryWord = {
  readonly word: string;
  readonly term: string;
  /** `corrected`: a typo, read as `readAs`; `unknown`: the articles never use it. */
  readonly status: "known" | "corrected" | "unknown";
  readonly readAs?: string;
  /** Written like a name: a capital not owed to standing first. */
  readonly isName: boolean;
};

/** The reader's question, analysed. */
export type Query = {
  readonly text: string;
  readonly language: string;
  /** Words that carry meaning, in order. */
  readonly words: readonly QueryWord[];
  /** People of the articles whom it names, by name or alias, typos included. */
  readonly people: readonly Person[];
  readonly wants: Wanted;
};

export function readQuestion(text: string, shelf: Shelf): Query {
  const words = contentWords(text, shelf);
  const mentions = mentionsIn(
    words.map((word) => word.term),
    shelf.names,
  );
  return {
    text,
    language: shelf.language,
    words,
    people: [...new Set(mentions.map((mention) => mention.person))],
    wants: kindWanted(text),
  };
}

function contentWords(text: string, shelf: Shelf): QueryWord[] {
  return wordsIn(text)
    .map((word, position) => ({ word: word.text, isFirst: position === 0 }))
    .filter(({ word }) => !shelf.terms.isStopWord(word))
    .map(({ word, isFirst }) => queryWord(word, isCapitalised(word) && !isFirst, shelf));
}

/** Only a word that the articles lack can be a typo. */
function queryWord(word: string, isName: boolean, shelf: Shelf): QueryWord {
  const term = shelf.terms.of(word);
  if (shelf.passagesWith.has(term)) return { word, term, status: "known", isName };

  const readAs = shelf.spelling.nearestTo(word);
  if (readAs === undefined) return { word, term, status: "unknown", isName };
  return { word, term: shelf.terms.of(readAs), status: "corrected", readAs, isName };
}
