import { cachedByWord } from "../../text/cached-by-word.ts";
import { soundsOfName } from "../analysis/names-by-sound.ts";
import type { TextDocuments } from "./analysed-article.ts";
import type { ArchiveRows } from "./archive-rows.ts";

/** What a text adds to the counts of an archive; kept with its article, to be taken away with it. */
export type TextCounts = {
  readonly language: string;
  readonly totals: Totals;
  /** A term, and in how many passages it is. */
  readonly terms: readonly (readonly [term: string, passages: number])[];
  readonly words: readonly (readonly [word: string, term: string, uses: number, names: number])[];
  /** What each person of it is found by, and in how many passages they speak or are mentioned. */
  readonly names: readonly (readonly [key: string, id: string, passages: number])[];
  /** Terms that have postings but are in no passage. */
  readonly others: readonly string[];
};

type Totals = {
  readonly passages: number;
  /** Those that are no translations. */
  readonly originals: number;
  /** Words of all passages. */
  readonly words: number;
  readonly documents: number;
  /** Different terms of each document, summed up. */
  readonly terms: number;
};

/** By how much the counts of a language change. */
export type CountChanges = {
  readonly language: string;
  readonly totals: Totals;
  /** `texts`: how many have the term. */
  readonly terms: readonly TermChange[];
  readonly words: readonly WordChange[];
  readonly names: readonly NameChange[];
};

type TermChange = { readonly term: string; readonly texts: number; readonly passages: number };

type WordChange = {
  readonly word: string;
  readonly term: string;
  readonly uses: number;
  readonly names: number;
  /** How it sounds, if `names` changes. */
  readonly sounds: readonly string[];
};

type NameChange = {
  readonly key: string;
  readonly id: string;
  readonly articles: number;
  readonly passages: number;
};

/** Stands for a sound among the keys of names; no term begins so. */
export function keyOfSound(sound: string): string {
  return `~${sound}`;
}

export function countsOfText(rows: ArchiveRows): TextCounts {
  const { language, isOriginal, passages, length, documents, people } = rows;
  return {
    language,
    totals: {
      passages,
      originals: isOriginal ? passages : 0,
      words: length,
      documents: documents.length,
      terms: documents.reduce((total, { terms }) => total + terms.length, 0),
    },
    terms: rows.terms,
    words: rows.words.map(({ word, term, count, names }) => [word, term, count, names]),
    names: people.flatMap(({ id, terms: own, sounds, passages: count }) =>
      [...new Set([...own, ...sounds.map(keyOfSound)])].map((key) => [key, id, count] as const),
    ),
    others: othersIn(rows),
  };
}

function othersIn({ documents, vocabulary, firstOther }: TextDocuments): string[] {
  const found = new Set<number>();
  for (const { terms } of documents) {
    for (const term of terms) if (term >= firstOther) found.add(term);
  }
  return Array.from(found, (term) => vocabulary[term] ?? "");
}

/** Sums up what texts add and what others, which they replace, take away. */
export function sumCounts() {
  const languages = new Map<string, ReturnType<typeof sumsOf>>();

  function add(text: TextCounts, by: 1 | -1): void {
    const sums = languages.get(text.language) ?? sumsOf(text.language);
    languages.set(text.language, sums);
    sums.add(text, by);
  }
  return {
    add: (text: TextCounts): void => add(text, 1),
    remove: (text: TextCounts): void => add(text, -1),
    changes: (): CountChanges[] => Array.from(languages.values(), (sums) => sums.changes()),
  };
}

/** Of names: articles of later batches have many of the same. */
const MAX_KNOWN_SOUNDS = 50_000;

const knownSounds = cachedByWord(soundsOfName, MAX_KNOWN_SOUNDS);

/** The sum under a key, which is put there if it is new: to put it there each time would take another look-up. */
function sumIn<Sum>(sums: Map<string, Sum>, key: string, first: () => Sum): Sum {
  const known = sums.get(key);
  if (known !== undefined) return known;
  const made = first();
  sums.set(key, made);
  return made;
}

function sumsOf(language: string) {
  const totals = { passages: 0, originals: 0, words: 0, documents: 0, terms: 0 };
  const terms = new Map<string, { term: string; texts: number; passages: number }>();
  const words = new Map<string, { word: string; term: string; uses: number; names: number }>();
  const people = new Map<string, { key: string; id: string; articles: number; passages: number }>();
  return {
    add(text: TextCounts, by: 1 | -1): void {
      totals.passages += by * text.totals.passages;
      totals.originals += by * text.totals.originals;
      totals.words += by * text.totals.words;
      totals.documents += by * text.totals.documents;
      totals.terms += by * text.totals.terms;
      for (const [term, passages] of text.terms) {
        const sum = sumIn(terms, term, () => ({ term, texts: 0, passages: 0 }));
        sum.texts += by;
        sum.passages += by * passages;
      }
      for (const [word, term, uses, names] of text.words) {
        const sum = sumIn(words, word, () => ({ word, term, uses: 0, names: 0 }));
        sum.uses += by * uses;
        sum.names += by * names;
      }
      for (const [key, id, passages] of text.names) {
        const place = JSON.stringify([key, id]);
        const sum = sumIn(people, place, () => ({ key, id, articles: 0, passages: 0 }));
        sum.articles += by;
        sum.passages += by * passages;
      }
    },
    changes: (): CountChanges => ({
      language,
      totals,
      terms: [...terms.values()].filter(({ texts, passages }) => texts !== 0 || passages !== 0),
      words: [...words.values()]
        .filter(({ uses, names }) => uses !== 0 || names !== 0)
        .map(({ word, term, uses, names }) => {
          return { word, term, uses, names, sounds: names === 0 ? [] : knownSounds(word) };
        }),
      names: [...people.values()].filter(
        ({ articles, passages }) => articles !== 0 || passages !== 0,
      ),
    }),
  };
}
