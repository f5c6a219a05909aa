import type { Article, Passage, Section } from "../../article/article.ts";
import { voicesIn, type Voice } from "../../article/voices.ts";
import { firstEndingAfter } from "../../text/ranges.ts";
import { mentionsIn, type Names } from "./people.ts";
import { type MeantName, whoIsMeantIn, type WhoIsMeantSoFar } from "./meant/who-is-meant-in.ts";
import type { Steps } from "../analysis/steps.ts";
import type { AddedTerm } from "../analysis/added-terms.ts";
import {
  indexedText,
  analyseText,
  analyseTextInSteps,
  contentOf,
  type AnalysedWord,
  type Content,
} from "../analysis/analyse-text.ts";
import type { CalendarDay } from "../../languages/dates/calendar.ts";
import type { Terms } from "../../languages/terms.ts";

/** A person mentioned in a sentence, by name or alias. */
export type PersonMention = {
  readonly person: string;
  readonly sentence: number;
  /** In a passage with several voices: the number of the one that mentions them. */
  readonly voice?: number;
};

export type PassageLocation = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
  /** Position among the passages of its article, from 0. */
  readonly position: number;
  /** Whether an editor has marked its article up. */
  readonly isMarkedUp: boolean;
};

/** A passage's words as arrays of numbers. */
export type PassageRecord = {
  /** Ids of its terms in order, stop words included: the text, then the editors' lead and keywords. */
  readonly terms: Int32Array;
  /** Bits of TOKEN_CLASS for every term. */
  readonly classes: Uint16Array;
  /** Sentence number of every term. */
  readonly sentenceOf: Uint8Array;
  readonly added: AddedTermsRecord;
  /** Words and sentences of the text alone, without lead and keywords. */
  readonly length: number;
  readonly sentences: number;
  /** Ids of the terms of its heading and of its speakers' names. */
  readonly contextTerms: Int32Array;
  readonly heading: ReadonlySet<number>;
  readonly personMentions: readonly PersonMention[];
  readonly meant: MeantRecord;
  readonly voices?: VoicesRecord;
};

/** Ids of the added terms of a passage, and the positions of their words; in the order of the last. */
export type AddedTermsRecord = {
  readonly terms: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
};

/** Ids of the terms of names that a sentence means and does not write: whose "she" is. */
export type MeantRecord = { readonly terms: Int32Array; readonly sentenceOf: Uint8Array };

/** The voices of a passage that has several, in the order of `voicesIn`. */
export type VoicesRecord = {
  /** Voice number of every term; NO_VOICE for what editors added. */
  readonly ofTerm: Uint8Array;
  /** Per voice: ids of the terms of its speaker's names. */
  readonly names: readonly Int32Array[];
};

/** For words that belong to no voice, or to one whose number does not fit in a byte. */
export const NO_VOICE = 255;

export type IndexedPassage = PassageLocation &
  PassageRecord & {
    /** Ids of everybody who speaks in it. */
    readonly speakers: readonly string[];
    /** Id of a person, if reduced to their words. */
    readonly by?: string;
  };

/** Collects term ids and word counts while passages are recorded. */
export type IndexBuilder = {
  readonly terms: Terms;
  readonly names: Names;
  readonly ids: Map<string, number>;
  readonly wordCounts: Map<string, number>;
  /** Headings and names by their text: many passages have the same. */
  readonly contexts: Map<string, Context>;
  /** The days that "yesterday" counts from. */
  readonly published: ReadonlyMap<Article, CalendarDay>;
  readonly whoIsMeant: WhoIsMeantSoFar;
};

/** Sentence numbers are bytes. */
const LAST_SENTENCE = 255;
/** Later sentences of a text count as this one, which leaves one each for the lead and the keywords. */
const LAST_OF_TEXT = LAST_SENTENCE - 2;

/** `sentences`: how many the text has. Those after them are the editors'. */
function numberOf(sentence: number, sentences: number): number {
  if (sentence < sentences) return Math.min(sentence, LAST_OF_TEXT);
  const skipped = Math.max(0, sentences - 1 - LAST_OF_TEXT);
  return Math.min(sentence - skipped, LAST_SENTENCE);
}

export function* recordPassage(
  { article, section, passage }: PassageLocation,
  builder: IndexBuilder,
): Steps<PassageRecord> {
  const analysed = yield* analyseTextInSteps(
    indexedText(passage),
    builder.terms,
    builder.published.get(article),
  );
  const { added } = analysed;
  const isOwn = ({ word }: AnalysedWord) => word.start < passage.text.length;
  const sentences = (analysed.words.findLast(isOwn)?.sentence ?? 0) + 1;
  const words =
    analysed.sentences.length > LAST_OF_TEXT
      ? analysed.words.map((word) => ({ ...word, sentence: numberOf(word.sentence, sentences) }))
      : analysed.words;
  for (const { folded } of words) countWord(folded, builder);
  for (const { folded } of added) countWord(folded, builder);

  const voices = voicesIn(passage);
  const names = voices.map((voice) => namesOf(voice, builder));
  const heading = contentTerms(section.heading ?? article.title, builder);
  const contextTerms = [...heading, ...names.flat()];
  const voiceOf = voices.length > 1 ? voiceFinder(voices) : undefined;
  const mentions = personMentionsIn(contentOf({ words, added }), builder, voiceOf);
  const own = words.filter(isOwn);
  const meant = whoIsMeantIn({ article, section, passage }, own, mentions, builder.whoIsMeant);
  return {
    ...recordWords(words, builder),
    added: recordAdded(added, builder),
    length: own.length,
    sentences: numberOf(sentences - 1, sentences) + 1,
    contextTerms: Int32Array.from(new Set(contextTerms), (term) => idOf(term, builder)),
    heading: new Set(heading.map((term) => idOf(term, builder))),
    personMentions: [...mentions, ...meant.people],
    meant: recordMeant(meant.names, builder),
    ...(voiceOf && {
      voices: {
        ofTerm: Uint8Array.from(words, voiceOf),
        names: names.map((terms) => Int32Array.from(terms, (term) => idOf(term, builder))),
      },
    }),
  };
}

/** A loop, because `Int32Array.from` takes ten times as long. */
function recordWords(words: readonly AnalysedWord[], builder: IndexBuilder) {
  const terms = new Int32Array(words.length);
  const classes = new Uint16Array(words.length);
  const sentenceOf = new Uint8Array(words.length);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    terms[at] = idOf(word.term, builder);
    classes[at] = word.classes;
    sentenceOf[at] = word.sentence;
  }
  return { terms, classes, sentenceOf };
}

function recordMeant(names: readonly MeantName[], builder: IndexBuilder): MeantRecord {
  return {
    terms: Int32Array.from(names, ({ term }) => idOf(term, builder)),
    sentenceOf: Uint8Array.from(names, ({ sentence }) => sentence),
  };
}

function recordAdded(added: readonly AddedTerm[], builder: IndexBuilder): AddedTermsRecord {
  return {
    terms: new Int32Array(added.map(({ term }) => idOf(term, builder))),
    first: new Int32Array(added.map(({ first }) => first)),
    last: new Int32Array(added.map(({ last }) => last)),
  };
}

function namesOf({ speaker }: Voice, builder: IndexBuilder): string[] {
  const names = speaker ? [speaker.name, ...speaker.aliases] : [];
  return names.flatMap((text) => contentTerms(text, builder));
}

type VoiceFinder = (word: Pick<AnalysedWord, "word">) => number;

/** Finds the voice that a word belongs to. */
function voiceFinder(voices: readonly Voice[]): VoiceFinder {
  const locations = voices
    .slice(0, NO_VOICE)
    .flatMap((voice, number) => voice.ranges.map((range) => ({ range, number })))
    .toSorted((one, other) => one.range[0] - other.range[0]);
  const ranges = locations.map(({ range }) => range);
  return ({ word: { start, end } }) => {
    const location = locations[firstEndingAfter(ranges, start)];
    return location !== undefined && location.range[0] < end ? location.number : NO_VOICE;
  };
}

/** The terms of a text without stop words, then those added; counts the words. */
export function contentTerms(text: string, builder: IndexBuilder): readonly string[] {
  const { folded, content } = builder.contexts.get(text) ?? readContext(text, builder);
  for (const word of folded) countWord(word, builder);
  return content;
}

/** The folded words of a heading or a name, and the terms it is found under. */
type Context = {
  readonly folded: readonly (string | undefined)[];
  readonly content: readonly string[];
};

function readContext(text: string, { terms, contexts }: IndexBuilder): Context {
  const { words, added } = analyseText(text, terms);
  const context = {
    folded: [...words, ...added].map(({ folded }) => folded),
    content: [...words.filter((word) => !word.isStopWord), ...added].map(({ term }) => term),
  };
  contexts.set(text, context);
  return context;
}

function countWord(folded: string | undefined, { wordCounts }: IndexBuilder): void {
  if (folded !== undefined) wordCounts.set(folded, (wordCounts.get(folded) ?? 0) + 1);
}

export function idOf(term: string, { ids }: IndexBuilder): number {
  const known = ids.get(term);
  if (known !== undefined) return known;
  const id = ids.size;
  ids.set(term, id);
  return id;
}

function personMentionsIn(
  content: Content<AnalysedWord>,
  { names }: IndexBuilder,
  voiceOf: VoiceFinder | undefined,
): PersonMention[] {
  return mentionsIn(content, names).flatMap(({ person, at }) => {
    const word = content.words[at];
    if (!word) return [];
    const voice = voiceOf && { voice: voiceOf(word) };
    return [{ person: person.id, sentence: word.sentence, ...voice }];
  });
}

/** Ids of everybody who speaks in a passage. */
export function speakersIn(passage: Passage): readonly string[] {
  const ids = voicesIn(passage).flatMap(({ speaker }) => speaker?.id ?? []);
  return [...new Set(ids)];
}
