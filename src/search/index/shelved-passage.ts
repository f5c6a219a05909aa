import type { Article, Passage, Section } from "../../article/article.ts";
import { voicesIn, type Voice } from "../../article/voices.ts";
import { firstEndingAfter } from "../../text/ranges.ts";
import { mentionsIn, type Names } from "./people.ts";
import type { Pieces } from "./pieces.ts";
import { matchedText, readingText, type ReadWord } from "../analysis/reading.ts";
import type { Terms } from "../analysis/terms.ts";
import { wordsIn } from "../../text/words.ts";

/** Somebody named in a sentence of a passage, by name or alias. */
type Naming = {
  readonly person: string;
  readonly sentence: number;
  /** Of a passage with several voices: the number of the one that names them. */
  readonly voice?: number;
};

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
  readonly voices?: VoicesRecord;
};

/** Of a passage with several voices, in the order of `voicesIn`. */
export type VoicesRecord = {
  /** The number of the voice of every term; NO_VOICE for what editors added. */
  readonly ofTerm: Uint8Array;
  /** Ids of the terms of each voice's names. */
  readonly names: readonly Int32Array[];
};

/** Voices past the last number are counted as no voice: their words are nobody's statement. */
export const NO_VOICE = 255;

export type ShelvedPassage = Place &
  PassageRecord & {
    /** Ids of everybody who says something in it. */
    readonly speakers: readonly string[];
    /** Id of the person whose words alone are left of it. */
    readonly by?: string;
  };

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
  { article, section, passage }: Place,
  ledger: Ledger,
): Pieces<PassageRecord> {
  const { words } = yield* readingText(matchedText(passage), ledger.terms);
  for (const { folded } of words) countWord(folded, ledger);
  const own = words.filter(({ word }) => word.start < passage.text.length);

  const voices = voicesIn(passage);
  const names = voices.map((voice) => namesOf(voice, ledger));
  const heading = contentTerms(section.heading ?? article.title, ledger);
  const around = [...heading, ...names.flat()];
  const voiceOf = voices.length > 1 ? voiceFinder(voices) : undefined;
  return {
    terms: Int32Array.from(words, ({ term }) => idOf(term, ledger)),
    kinds: Uint16Array.from(words, ({ kinds }) => kinds),
    sentenceOf: Uint8Array.from(words, ({ sentence }) => Math.min(sentence, LAST_SENTENCE)),
    length: own.length,
    sentences: (own.at(-1)?.sentence ?? 0) + 1,
    around: Int32Array.from(new Set(around), (term) => idOf(term, ledger)),
    heading: new Set(heading.map((term) => idOf(term, ledger))),
    namings: namingsIn(words, ledger, voiceOf),
    ...(voiceOf && {
      voices: {
        ofTerm: Uint8Array.from(words, voiceOf),
        names: names.map((terms) => Int32Array.from(terms, (term) => idOf(term, ledger))),
      },
    }),
  };
}

function namesOf({ speaker }: Voice, ledger: Ledger): string[] {
  const names = speaker ? [speaker.name, ...speaker.aliases] : [];
  return names.flatMap((text) => contentTerms(text, ledger));
}

type VoiceFinder = (word: Pick<ReadWord, "word">) => number;

/** Which of the voices a word is of. */
function voiceFinder(voices: readonly Voice[]): VoiceFinder {
  const places = voices
    .slice(0, NO_VOICE)
    .flatMap((voice, number) => voice.ranges.map((range) => ({ range, number })))
    .toSorted((one, other) => one.range[0] - other.range[0]);
  const ranges = places.map(({ range }) => range);
  return ({ word: { start, end } }) => {
    const place = places[firstEndingAfter(ranges, start)];
    return place !== undefined && place.range[0] < end ? place.number : NO_VOICE;
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

function namingsIn(
  words: readonly ReadWord[],
  { names }: Ledger,
  voiceOf: VoiceFinder | undefined,
): Naming[] {
  const content = words.filter((word) => !word.isStopWord);
  const mentions = mentionsIn(
    content.map((word) => word.term),
    names,
  );
  return mentions.flatMap(({ person, at }) => {
    const word = content[at];
    if (!word) return [];
    const voice = voiceOf && { voice: voiceOf(word) };
    return [{ person: person.id, sentence: word.sentence, ...voice }];
  });
}
