import type { Article, Passage } from "../../article/article.ts";
import { voicesIn, type Voice } from "../../article/voices.ts";
import type { CalendarDay } from "../../languages/dates/calendar.ts";
import type { Terms } from "../../languages/terms.ts";
import { firstEndingAfter } from "../../text/ranges.ts";
import type { AddedTerm } from "../analysis/added-terms.ts";
import {
  indexedText,
  analyseText,
  analyseTextInSteps,
  contentOf,
  type AnalysedWord,
  type Content,
} from "../analysis/analyse-text.ts";
import type { Steps } from "../../languages/steps.ts";
import { NO_VOICE, peopleIn, type PersonMention } from "./indexed-passage.ts";
import { type MeantName, whoIsMeantIn, type WhoIsMeantSoFar } from "./meant/who-is-meant-in.ts";
import type { PassageLocation } from "./passage-locations.ts";
import { type GrowingPool, IN_NO_VOICE } from "./passage-pool.ts";
import { mentionsIn, type Names } from "./people.ts";
import { countUse, type UseCounter } from "./recorded-part.ts";

/** Collects term ids and word counts while passages are recorded. */
export type IndexBuilder = {
  readonly terms: Terms;
  readonly names: Names;
  readonly ids: Map<string, number>;
  readonly words: UseCounter;
  /** Headings and names by their text: many passages have the same. */
  readonly contexts: Map<string, Context>;
  /** The days that "yesterday" counts from. */
  readonly published: ReadonlyMap<Article, CalendarDay>;
  readonly whoIsMeant: WhoIsMeantSoFar;
  readonly pool: GrowingPool;
  /** By number of the word: the term it was last, and its id. Most are always the same, which spares a look-up. */
  readonly lastTerms: { readonly terms: string[]; readonly ids: number[] };
  /** Everybody who speaks or is mentioned, by id; and in how many passages. */
  readonly people: UseCounter;
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
): Steps<void> {
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
  addWords(words, builder);
  addAddedTerms(added, builder);

  const voices = voicesIn(passage);
  const names = voices.map((voice) => namesOf(voice, builder));
  const heading = contentTerms(section.heading ?? article.title, builder);
  const voiceOf = voices.length > 1 ? voiceFinder(voices) : undefined;
  const mentions = personMentionsIn(contentOf({ words, added }), builder, voiceOf);
  const own = words.filter(isOwn);
  const meant = whoIsMeantIn({ article, section, passage }, own, mentions, builder.whoIsMeant);
  builder.pool.lengths.push(own.length);
  builder.pool.sentences.push(numberOf(sentences - 1, sentences) + 1);
  addContext(heading, names.flat(), builder);
  countPeople(passage, [...mentions, ...meant.people], builder.people);
  addMentions([...mentions, ...meant.people], builder);
  addMeant(meant.names, builder);
  if (voiceOf) addVoices(words, voiceOf, names, builder);
  builder.pool.voiceOfTermEnds.push(builder.pool.voiceOfTerm.length());
  builder.pool.voiceEnds.push(builder.pool.voiceNameEnds.length());
}

function addWords(words: readonly AnalysedWord[], builder: IndexBuilder): void {
  const { terms, classes, sentenceOf, termEnds } = builder.pool;
  for (const { folded, term, classes: bits, sentence } of words) {
    terms.push(idOfWord(countUse(builder.words, folded), term, builder));
    classes.push(bits);
    sentenceOf.push(sentence);
  }
  termEnds.push(terms.length());
}

function addAddedTerms(added: readonly AddedTerm[], builder: IndexBuilder): void {
  const { addedTerms, addedFirst, addedLast, addedEnds } = builder.pool;
  for (const { folded } of added) countWord(folded, builder);
  for (const { term, first, last } of added) {
    addedTerms.push(idOf(term, builder));
    addedFirst.push(first);
    addedLast.push(last);
  }
  addedEnds.push(addedTerms.length());
}

function addContext(
  heading: readonly string[],
  names: readonly string[],
  builder: IndexBuilder,
): void {
  const { contextTerms, headingEnds, contextEnds } = builder.pool;
  const inHeading = new Set(heading);
  for (const term of inHeading) contextTerms.push(idOf(term, builder));
  headingEnds.push(contextTerms.length());
  for (const term of new Set(names)) {
    if (!inHeading.has(term)) contextTerms.push(idOf(term, builder));
  }
  contextEnds.push(contextTerms.length());
}

function addMentions(mentions: readonly PersonMention[], { pool, people }: IndexBuilder): void {
  for (const { person, sentence, voice = IN_NO_VOICE } of mentions) {
    pool.mentioned.push(people.numbers.get(person) ?? 0);
    pool.mentionSentences.push(sentence);
    pool.mentionVoices.push(voice);
  }
  pool.mentionEnds.push(pool.mentioned.length());
}

function countPeople(
  passage: Passage,
  mentions: readonly PersonMention[],
  people: UseCounter,
): void {
  for (const id of peopleIn(passage, mentions)) countUse(people, id);
}

function addMeant(names: readonly MeantName[], builder: IndexBuilder): void {
  const { meantTerms, meantSentences, meantEnds } = builder.pool;
  for (const { term, sentence } of names) {
    meantTerms.push(idOf(term, builder));
    meantSentences.push(sentence);
  }
  meantEnds.push(meantTerms.length());
}

function addVoices(
  words: readonly AnalysedWord[],
  voiceOf: VoiceFinder,
  names: readonly (readonly string[])[],
  builder: IndexBuilder,
): void {
  const { voiceOfTerm, voiceNames, voiceNameEnds } = builder.pool;
  for (const word of words) voiceOfTerm.push(voiceOf(word));
  for (const terms of names) {
    for (const term of terms) voiceNames.push(idOf(term, builder));
    voiceNameEnds.push(voiceNames.length());
  }
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
export function contentTerms(
  text: string,
  builder: Pick<IndexBuilder, "terms" | "contexts" | "words">,
): readonly string[] {
  const { folded, content } = builder.contexts.get(text) ?? readContext(text, builder);
  for (const word of folded) countWord(word, builder);
  return content;
}

/** The folded words of a heading or a name, and the terms it is found under. */
type Context = {
  readonly folded: readonly (string | undefined)[];
  readonly content: readonly string[];
};

function readContext(
  text: string,
  { terms, contexts }: Pick<IndexBuilder, "terms" | "contexts">,
): Context {
  const { words, added } = analyseText(text, terms);
  const context = {
    folded: [...words, ...added].map(({ folded }) => folded),
    content: [...words.filter((word) => !word.isStopWord), ...added].map(({ term }) => term),
  };
  contexts.set(text, context);
  return context;
}

function countWord(folded: string | undefined, { words }: Pick<IndexBuilder, "words">): void {
  if (folded !== undefined) countUse(words, folded);
}

export function idOf(term: string, { ids }: Pick<IndexBuilder, "ids">): number {
  const known = ids.get(term);
  if (known !== undefined) return known;
  const id = ids.size;
  ids.set(term, id);
  return id;
}

function idOfWord(word: number, term: string, builder: IndexBuilder): number {
  const { terms, ids } = builder.lastTerms;
  const known = ids[word];
  if (known !== undefined && terms[word] === term) return known;
  const id = idOf(term, builder);
  terms[word] = term;
  ids[word] = id;
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
