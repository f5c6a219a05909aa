import type { Passage } from "../../article/article.ts";
import type { Range } from "../../text/ranges.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { type AddedTerm, addedTermsIn } from "./added-terms.ts";
import { runSteps, type Steps } from "../../languages/steps.ts";
import { sentencesIn } from "../../text/sentences.ts";
import type { CalendarDay } from "../../languages/dates/calendar.ts";
import type { WordAnalysis, Terms } from "../../languages/terms.ts";
import { eachWordIn, isCapitalised, type Word } from "../../text/words.ts";

/** A word of a text, with its term. */
export type AnalysedWord = WordAnalysis & {
  readonly word: Word;
  /** Zero-based. */
  readonly sentence: number;
};

/** Every word of a text, stop words included, and what some of them are found under besides. */
export type AnalysedText = {
  readonly words: readonly AnalysedWord[];
  readonly added: readonly AddedTerm[];
  readonly sentences: readonly Range[];
};

/** `published`: the day that "yesterday" counts from. */
export function analyseText(text: string, terms: Terms, published?: CalendarDay): AnalysedText {
  return runSteps(analyseTextInSteps(text, terms, published));
}

/** Far less than a millisecond; to yield after each word takes as long as to read it. */
const WORDS_IN_STEP = 64;

export function* analyseTextInSteps(
  text: string,
  terms: Terms,
  published?: CalendarDay,
): Steps<AnalysedText> {
  const sentences = sentencesIn(text);
  const words: AnalysedWord[] = [];
  let sentence = -1;
  let before = 0;
  for (const word of eachWordIn(text)) {
    const isFirst = sentence < 0 || word.start >= (sentences[sentence]?.[1] ?? Infinity);
    while (word.start >= (sentences[sentence]?.[1] ?? -1) && sentence < sentences.length - 1) {
      sentence += 1;
    }
    const { folded, term, isStopWord, classes: own, kinds, startsValue } = terms.read(word.text);
    const classes = own | nameClasses(!isFirst && isCapitalised(word.text), before);
    before = own;
    // Spelt out: spreading takes ten times as long.
    words.push({ word, sentence, folded, term, isStopWord, classes, kinds, startsValue });
    if (words.length % WORDS_IN_STEP === 0) yield;
  }
  const added = addedTermsIn(text, words, { terms, published });
  return { words: withTimes(words, added), added, sentences };
}

/** The digits of a date or a time of day say when, not how many. */
function withTimes(
  words: readonly AnalysedWord[],
  added: readonly AddedTerm[],
): readonly AnalysedWord[] {
  const times = added.filter(({ isTime, isAmount }) => isTime ?? isAmount);
  if (times.length === 0) return words;
  const changed = [...words];
  for (const { first, last, isAmount } of times) {
    for (let at = first; at <= last; at += 1) {
      const word = words[at];
      if (!word) continue;
      const classes = isAmount ? word.classes | TOKEN_CLASS.number : asTime(word.classes);
      changed[at] = withClasses(word, classes);
    }
  }
  return changed;
}

/** Spelt out: spreading takes ten times as long. */
function withClasses(read: AnalysedWord, classes: number): AnalysedWord {
  const { word, sentence, folded, term, isStopWord, kinds, startsValue } = read;
  return { word, sentence, folded, term, isStopWord, classes, kinds, startsValue };
}

function asTime(classes: number): number {
  const isStopWord = (classes & TOKEN_CLASS.stopWord) !== 0;
  return isStopWord ? classes : (classes & ~TOKEN_CLASS.number) | TOKEN_CLASS.time;
}

/** A text without its stop words, and the added terms at the positions of the content words. */
export type Content<Kept extends { readonly term: string }> = {
  readonly words: readonly Kept[];
  readonly added: readonly Pick<AddedTerm, "term" | "first" | "last">[];
};

export function contentOf({
  words,
  added,
}: Omit<AnalysedText, "sentences">): Content<AnalysedWord> {
  const content = words.filter(({ isStopWord }) => !isStopWord);
  if (added.length === 0) return { words: content, added };
  const before = contentBefore(words);
  const moved = added.flatMap(({ term, first: from, last: upTo }) => {
    const first = before[from] ?? 0;
    const last = (before[upTo + 1] ?? content.length) - 1;
    return last < first ? [] : { term, first, last };
  });
  return { words: content, added: moved };
}

/** How many content words stand before each word, and before the end. */
function contentBefore(words: readonly AnalysedWord[]): Int32Array {
  const before = new Int32Array(words.length + 1);
  let count = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]?.isStopWord === false) count += 1;
    before[at + 1] = count;
  }
  return before;
}

/** A capital within a sentence marks a name; after a preposition the name may be a place. */
function nameClasses(isName: boolean, before: number): number {
  if (!isName) return 0;
  return (before & TOKEN_CLASS.preposition) > 0
    ? TOKEN_CLASS.name | TOKEN_CLASS.place
    : TOKEN_CLASS.name;
}

/** The text that is indexed: the passage, then the editors' lead and keywords, each on its own line. */
export function indexedText({ text, lead, keywords }: Passage): string {
  return [text, lead, keywords.join(", ")].filter(Boolean).join("\n");
}
