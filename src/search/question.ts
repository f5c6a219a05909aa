import type { Person } from "../article/article.ts";
import { mentionsIn } from "./people.ts";
import type { Shelf } from "./shelf.ts";
import { kindWanted, type Wanted } from "./wanted.ts";
import { isCapitalised, wordsIn, type Word } from "./words.ts";

/** A word of the question that carries meaning, and whether the articles in scope have it. */
export type QueryWord = {
  readonly word: string;
  readonly term: string;
  /** `corrected`: a typo, read as `readAs`; `unknown`: the articles never use it. */
  readonly status: "known" | "corrected" | "unknown";
  readonly readAs?: string;
  /** Written like a name: a capital not owed to standing first. */
  readonly isName: boolean;
  /** Where it stands in the question (UTF-16 offsets). */
  readonly start: number;
  readonly end: number;
};

/** A place in the question where somebody is named. */
export type NamedPerson = { readonly person: Person; readonly start: number; readonly end: number };

/** The reader's question, analysed. */
export type Query = {
  readonly text: string;
  readonly language: string;
  /** Words that carry meaning, in order. */
  readonly words: readonly QueryWord[];
  /** People of the articles whom it names, by name or alias, typos included. */
  readonly people: readonly Person[];
  readonly mentions: readonly NamedPerson[];
  readonly wants: Wanted;
};

export function readQuestion(text: string, shelf: Shelf): Query {
  const words = contentWords(text, shelf);
  const mentions = namedIn(words, shelf);
  return {
    text,
    language: shelf.language,
    words,
    people: [...new Set(mentions.map((mention) => mention.person))],
    mentions,
    wants: kindWanted(text),
  };
}

function namedIn(words: readonly QueryWord[], shelf: Shelf): NamedPerson[] {
  const terms = words.map((word) => word.term);
  return mentionsIn(terms, shelf.names).map(({ person, at, length }) => ({
    person,
    start: words[at]?.start ?? 0,
    end: words[at + length - 1]?.end ?? 0,
  }));
}

function contentWords(text: string, shelf: Shelf): QueryWord[] {
  return wordsIn(text)
    .filter((word) => !shelf.terms.isStopWord(word.text))
    .map((word) => readWord(word, shelf));
}

/** Only a word that the articles lack can be a typo. */
function readWord({ text: word, start, end }: Word, shelf: Shelf): QueryWord {
  const term = shelf.terms.of(word);
  const place = { start, end, isName: isCapitalised(word) && start > 0 };
  if (shelf.passagesWith.has(term)) return { word, term, status: "known", ...place };

  const readAs = shelf.spelling.nearestTo(word);
  if (readAs === undefined) return { word, term, status: "unknown", ...place };
  return { word, term: shelf.terms.of(readAs), status: "corrected", readAs, ...place };
}
