import type { Passage } from "../article/article.ts";
import { lengthWithin, voicesBy } from "../article/voices.ts";
import type { Range } from "../text/ranges.ts";
import { groupedBy } from "../article/grouped-by.ts";
import { TOKEN_CLASS, ANSWER_TYPE_CLASSES } from "../languages/token-classes.ts";
import type { Query, QueryWord } from "./query/parse-query.ts";
import { analyseText, type AnalysedText, type AnalysedWord } from "./analysis/analyse-text.ts";
import type { Terms } from "../languages/terms.ts";
import { areRelatives, beginningOf } from "./index/term-dictionary.ts";

/** The telling part of a passage: ranges are UTF-16 offsets into its text. */
export type Snippet = {
  readonly sentence: Range;
  /** Matched words and the thing asked for, in order, not overlapping. */
  readonly highlights: readonly Range[];
  /** Those of them that are the question's own words. */
  readonly matches?: readonly Range[];
};

/** `by`: id of the person in whose words the telling sentence is looked for. */
export function snippetOf(passage: Passage, query: Query, by?: string): Snippet {
  const { terms } = query.pack;
  const reading = readingOf(passage, terms);
  const meant = wordsMeant(query, terms);
  const asked = reading.words.map((word) => meant(word));
  const isMeant = withinWordsOf(passage, by);
  const telling = tellingSentence(reading, asked, { query, isMeant });
  const isMatch = (word: AnalysedWord, at: number) =>
    isMeant(word) && asked[at]?.isSameWord === true;
  const marked = reading.words.filter(
    (word, at) =>
      isMatch(word, at) ||
      (isMeant(word) &&
        word.sentence === telling &&
        (isWanted(word, query) || isDay(at, reading.words, query))),
  );
  return {
    sentence: reading.sentences[telling] ?? [0, passage.text.length],
    highlights: highlightsOf(marked, passage.text),
    matches: highlightsOf(reading.words.filter(isMatch), passage.text),
  };
}

/** Whether a word is one that the person says; everybody's words are meant where nobody is named. */
function withinWordsOf(passage: Passage, by: string | undefined): (word: AnalysedWord) => boolean {
  const voices = by === undefined ? [] : voicesBy(passage, by);
  if (voices.length === 0) return () => true;
  return ({ word: { start, end } }) =>
    voices.some((voice) => lengthWithin(voice, [start, end]) > 0);
}

const readings = new WeakMap<Passage, AnalysedText>();

/** Read once: a passage that is shown is shown often. */
function readingOf(passage: Passage, terms: Terms): AnalysedText {
  const known = readings.get(passage);
  if (known) return known;
  const reading = analyseText(passage.text, terms);
  readings.set(passage, reading);
  return reading;
}

const LINK = /^[\s–-]$/u;

/** Words side by side are highlighted as one: "22 March". */
function highlightsOf(words: readonly AnalysedWord[], text: string): Range[] {
  const highlights: Range[] = [];
  for (const { word } of words) {
    const last = highlights.at(-1);
    const touches = last !== undefined && LINK.test(text.slice(last[1], word.start));
    if (touches) highlights.splice(-1, 1, [last[0], word.end]);
    else highlights.push([word.start, word.end]);
  }
  return highlights;
}

/** The word of the question that a word of the text answers to: the same one, or one of like meaning. */
type Meant = { readonly word: QueryWord; readonly isSameWord: boolean };

/** Every term is compared once. */
function wordsMeant(query: Query, terms: Terms): (word: AnalysedWord) => Meant | undefined {
  const meant = new Map<string, Meant | undefined>();
  for (const word of query.words) {
    for (const near of terms.near(word.term)) meant.set(near, { word, isSameWord: false });
  }
  for (const word of query.words) meant.set(word.term, { word, isSameWord: true });
  const byBeginning = groupedBy(query.words, ({ term }) => beginningOf(term));
  return ({ term, isStopWord }) => {
    if (isStopWord) return undefined;
    if (!meant.has(term)) {
      const near = byBeginning.get(beginningOf(term)) ?? [];
      const relative = near.find((word) => areRelatives(term, word.term));
      meant.set(term, relative && { word: relative, isSameWord: true });
    }
    return meant.get(term);
  };
}

/** The kind of thing asked for, in a word that the question does not have. */
function isWanted({ classes, isStopWord }: AnalysedWord, { answerType }: Query): boolean {
  return !isStopWord && (classes & ANSWER_TYPE_CLASSES[answerType]) !== 0;
}

/** From the first day of "20 to 22 March" to its month, and from the month of "May 3" to its day. */
const WORDS_TO_MONTH = 3;

/** A number that belongs to a date. */
function isDay(at: number, words: readonly AnalysedWord[], { answerType }: Query): boolean {
  if (answerType !== "time" || ((words[at]?.classes ?? 0) & TOKEN_CLASS.number) === 0) return false;
  const around = words.slice(Math.max(0, at - 1), at + WORDS_TO_MONTH + 1);
  return around.some(({ classes }) => (classes & TOKEN_CLASS.time) !== 0);
}

/** A sentence with what is asked for is preferred to one with a little more of the words. */
const WORTH_OF_ANSWER_TYPE = 0.3;

function tellingSentence(
  { words, sentences }: AnalysedText,
  asked: readonly (Meant | undefined)[],
  { query, isMeant }: { readonly query: Query; readonly isMeant: (word: AnalysedWord) => boolean },
): number {
  const numbers = groupedBy(words.keys(), (at) => words[at]?.sentence);
  let best = words.find(isMeant)?.sentence ?? 0;
  let most = 0;
  for (const number of sentences.keys()) {
    const matched = new Map<QueryWord, number>();
    let worth = 0;
    for (const at of numbers.get(number) ?? []) {
      const word = words[at];
      if (!word || !isMeant(word)) continue;
      const match = asked[at]?.word;
      if (match) matched.set(match, Math.max(shareOf(match, word), matched.get(match) ?? 0));
      else if (isWanted(word, query)) worth = WORTH_OF_ANSWER_TYPE;
    }
    for (const [{ weight }, share] of matched) worth += weight * share;
    if (worth <= most) continue;
    most = worth;
    best = number;
  }
  return best;
}

/** Another form or another word of like meaning is worth half of the word itself. */
function shareOf(asked: QueryWord, { term }: AnalysedWord): number {
  return asked.term === term ? 1 : 0.5;
}
