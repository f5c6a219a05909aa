import type { Article, Passage } from "../article/article.ts";
import { lengthWithin, voicesBy } from "../article/voices.ts";
import type { Range } from "../text/ranges.ts";
import { groupedBy } from "../article/grouped-by.ts";
import { TOKEN_CLASS, ANSWER_TYPE_CLASSES } from "../languages/token-classes.ts";
import type { Query } from "./query/parse-query.ts";
import type { QueryWord } from "./query/query-words.ts";
import type { AnalysedText, AnalysedWord } from "./analysis/analyse-text.ts";
import { analyseKnownText } from "./analysis/known-texts.ts";
import { areRelatives, prefixOf } from "./index/term-dictionary.ts";

/** The sentence of a passage that answers best; ranges are UTF-16 offsets into its text. */
export type Snippet = {
  readonly sentence: Range;
  /** Matched words and words of the answer type, in order, not overlapping. */
  readonly highlights: readonly Range[];
  /** Only the matched words. */
  readonly matches?: readonly Range[];
};

/** Where a passage is from. */
type Origin = {
  readonly article?: Article;
  /** Id of a person, to look for the sentence only in their words. */
  readonly by?: string | undefined;
};

export function snippetOf(passage: Passage, query: Query, { article, by }: Origin = {}): Snippet {
  const { terms } = query.pack;
  const published = terms.dayIn(article?.source.publishedOn ?? "");
  const reading = analyseKnownText(passage.text, terms, published);
  const asked = matchesIn(reading, query);
  const isEligible = withinWordsOf(passage, by);
  const best = bestSentence(reading, asked, { query, isEligible });
  const isMatch = (word: AnalysedWord, at: number) =>
    isEligible(word) && asked[at]?.some(({ isSameWord }) => isSameWord) === true;
  const marked = reading.words.filter(
    (word, at) =>
      isMatch(word, at) ||
      (isEligible(word) &&
        word.sentence === best &&
        (hasAnswerType(word, query) || isDay(at, reading.words, query))),
  );
  return {
    sentence: reading.sentences[best] ?? [0, passage.text.length],
    highlights: highlightsOf(marked, passage.text),
    matches: highlightsOf(reading.words.filter(isMatch), passage.text),
  };
}

/** Whether a word is said by the person; without a person, every word is eligible. */
function withinWordsOf(passage: Passage, by: string | undefined): (word: AnalysedWord) => boolean {
  const voices = by === undefined ? [] : voicesBy(passage, by);
  if (voices.length === 0) return () => true;
  return ({ word: { start, end } }) =>
    voices.some((voice) => lengthWithin(voice, [start, end]) > 0);
}

const LINK = /^[\s.‐-―-]?$/u;

/** Adjacent words are highlighted as one: "22 March", "e-mail", "$2". */
function highlightsOf(words: readonly AnalysedWord[], text: string): Range[] {
  const highlights: Range[] = [];
  for (const { word } of words) {
    const last = highlights.at(-1);
    const { start, end } = word;
    const touches = last !== undefined && LINK.test(text.slice(last[1], start));
    if (touches) highlights.splice(-1, 1, [last[0], end]);
    else highlights.push([start, end]);
  }
  return highlights;
}

/** A word of the question that a word of the text matches, as another form of it or as a synonym. */
type WordMatch = {
  readonly word: QueryWord;
  readonly isSameWord: boolean;
  /** Another form of a word, or a synonym, counts half. */
  readonly share: number;
};

const SAME_WORD = { isSameWord: true, share: 1 };
const OTHER_FORM = { isSameWord: true, share: 0.5 };
const SYNONYM = { isSameWord: false, share: 0.5 };

/** For every word of a text: what it matches by itself, or as one of the words of an added term. */
function matchesIn({ words, added }: AnalysedText, query: Query): (readonly WordMatch[])[] {
  const matchOf = termMatcher(query);
  const asked = words.map(({ term, isStopWord }) => (isStopWord ? NO_MATCH : matchOf(term)));
  for (const { term, first, last } of added) {
    const matches = matchOf(term);
    if (matches.length === 0) continue;
    for (let at = first; at <= last; at += 1) asked[at] = [...(asked[at] ?? []), ...matches];
  }
  return asked;
}

const NO_MATCH: readonly WordMatch[] = [];

/** Compares only with words that begin alike, since comparing with every word of the question is slow. */
function termMatcher(query: Query): (term: string) => readonly WordMatch[] {
  const matches = new Map<string, readonly WordMatch[]>();
  for (const word of query.words) {
    for (const near of word.near) matches.set(near, [{ word, ...SYNONYM }]);
  }
  for (const word of query.words) {
    for (const term of [...word.otherSenses, word.term])
      matches.set(term, [{ word, ...SAME_WORD }]);
  }
  for (const { term, words } of query.added) {
    const own = matches.get(term)?.filter(({ isSameWord }) => isSameWord) ?? [];
    matches.set(term, [...own, ...words.map((word) => ({ word, ...SAME_WORD }))]);
  }
  const byBeginning = groupedBy(query.words, ({ term }) => prefixOf(term));
  const initials = new Set(query.words.map(({ term }) => term.charCodeAt(0)));
  return (term) => {
    const known = matches.get(term);
    if (known) return known;
    if (!initials.has(term.charCodeAt(0))) return NO_MATCH;
    const near = byBeginning.get(prefixOf(term)) ?? [];
    const relative = near.find((word) => areRelatives(term, word.term));
    return relative ? [{ word: relative, ...OTHER_FORM }] : NO_MATCH;
  };
}

/** A word of the answer type. */
function hasAnswerType({ classes, isStopWord }: AnalysedWord, { answerType }: Query): boolean {
  return !isStopWord && (classes & ANSWER_TYPE_CLASSES[answerType]) !== 0;
}

/** Distance from the first day of "20 to 22 March" to its month. */
const WORDS_TO_MONTH = 3;

/** A number that is part of a date. */
function isDay(at: number, words: readonly AnalysedWord[], { answerType }: Query): boolean {
  if (answerType !== "time" || ((words[at]?.classes ?? 0) & TOKEN_CLASS.number) === 0) return false;
  const around = words.slice(Math.max(0, at - 1), at + WORDS_TO_MONTH + 1);
  return around.some(({ classes }) => (classes & TOKEN_CLASS.time) !== 0);
}

/** A word of the answer type makes up for slightly fewer matched words. */
const ANSWER_TYPE_BONUS = 0.3;

function bestSentence(
  { words, sentences }: AnalysedText,
  asked: readonly (readonly WordMatch[])[],
  {
    query,
    isEligible,
  }: { readonly query: Query; readonly isEligible: (word: AnalysedWord) => boolean },
): number {
  const numbers = groupedBy(words.keys(), (at) => words[at]?.sentence);
  let best = words.find(isEligible)?.sentence ?? 0;
  let most = 0;
  for (const number of sentences.keys()) {
    const matched = new Map<QueryWord, number>();
    let score = 0;
    for (const at of numbers.get(number) ?? []) {
      const word = words[at];
      if (!word || !isEligible(word)) continue;
      const matches = asked[at] ?? NO_MATCH;
      for (const { word: match, share } of matches) {
        matched.set(match, Math.max(share, matched.get(match) ?? 0));
      }
      if (matches.length === 0 && hasAnswerType(word, query)) score = ANSWER_TYPE_BONUS;
    }
    for (const [{ weight }, share] of matched) score += weight * share;
    if (score <= most) continue;
    most = score;
    best = number;
  }
  return best;
}
