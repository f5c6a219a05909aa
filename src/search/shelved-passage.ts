import type { Article, Passage, Section } from "../article/article.ts";
import { mentionsIn, type Names } from "./people.ts";
import type { Pieces } from "./pieces.ts";
import { matchedText, readingText } from "./reading.ts";
import type { Terms } from "./terms.ts";
import { wordsIn } from "./words.ts";

/** Somebody named in a sentence of a passage, by name or alias. */
type Naming = { readonly person: string; readonly sentence: number };

/** Where a passage stands. */
export type Place = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
};

/** A passage's words as rows of numbers. */
export type PassageRecord = {
  /** Ids of all its terms in order, stop words too: those of the text, then editors' lead and keywords. */
  readonly terms: Int32Array;
  /** Bits of KIND for every term. */
  readonly kinds: Uint16Array;
  /** The sentence of every term. */
  readonly sentenceOf: Uint8Array;
  /** How many words and sentences are the text's own. */
  readonly length: number;
  readonly sentences: number;
  /** Ids of the terms of its heading and of its speaker's names. */
  readonly around: Int32Array;
  readonly heading: ReadonlySet<number>;
  readonly namings: readonly Naming[];
};

export type ShelvedPassage = Place & PassageRecord;

/** Gives every term a number and counts words: what grows while passages are read. */
export type Ledger = {
  readonly terms: Terms;
  readonly names: Names;
  readonly ids: Map<string, number>;
  readonly wordCounts: Map<string, number>;
};

/** Sentences past this one are counted with it. */
const LAST_SENTENCE = 255;

export function* recordingPassage(
  { section, passage }: Place,
  ledger: Ledger,
): Pieces<PassageRecord> {
  const { words } = yield* readingText(matchedText(passage), ledger.terms);
  for (const { folded } of words) countWord(folded, ledger);
  const own = words.filter(({ word }) => word.start < passage.text.length);

  const { name, aliases } = passage.speaker;
  const heading = contentTerms(section.heading, ledger);
  const around = [...heading, ...[name, ...aliases].flatMap((text) => contentTerms(text, ledger))];
  return {
    terms: Int32Array.from(words, ({ term }) => idOf(term, ledger)),
    kinds: Uint16Array.from(words, ({ kinds }) => kinds),
    sentenceOf: Uint8Array.from(words, ({ sentence }) => Math.min(sentence, LAST_SENTENCE)),
    length: own.length,
    sentences: (own.at(-1)?.sentence ?? 0) + 1,
    around: Int32Array.from(new Set(around), (term) => idOf(term, ledger)),
    heading: new Set(heading.map((term) => idOf(term, ledger))),
    namings: namingsIn(words, ledger),
  };
}

/** The terms that carry meaning; their words count as words of the shelf. */
export function contentTerms(text: string, ledger: Ledger): string[] {
  const words = wordsIn(text).map((word) => ledger.terms.read(word.text));
  for (const { folded } of words) countWord(folded, ledger);
  return words.filter((word) => !word.isStopWord).map((word) => word.term);
}

function countWord(folded: string, { wordCounts }: Ledger): void {
  wordCounts.set(folded, (wordCounts.get(folded) ?? 0) + 1);
}

export function idOf(term: string, { ids }: Ledger): number {
  const id = ids.get(term) ?? ids.size;
  if (id === ids.size) ids.set(term, id);
  return id;
}

type Placed = {
  readonly term: string;
  readonly sentence: number;
  readonly isStopWord: boolean;
};

function namingsIn(words: readonly Placed[], { names }: Ledger): Naming[] {
  const content = words.filter((word) => !word.isStopWord);
  const mentions = mentionsIn(
    content.map((word) => word.term),
    names,
  );
  return mentions.map(({ person, at }) => ({
    person: person.id,
    sentence: content[at]?.sentence ?? 0,
  }));
}
