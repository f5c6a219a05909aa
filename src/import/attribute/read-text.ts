import { runSteps, type Steps } from "../../languages/steps.ts";
import type { Range } from "../../text/ranges.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { wordsIn } from "../../text/words.ts";
import { quotationsIn, type Quotation } from "./quotations.ts";

/** A word or a mark of punctuation. */
export type Token = {
  readonly text: string;
  readonly lower: string;
  /** UTF-16 offsets into the sentence. */
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  /** Number of its quotation in the article, or -1. */
  readonly quotation: number;
};

/** Words of a sentence as they stand in a paragraph: one may go on in the next. */
export type Piece = {
  readonly paragraph: number;
  readonly text: string;
  /** UTF-16 offset into the paragraph. */
  readonly start: number;
  /** UTF-16 offset into the text of the sentence. */
  readonly from: number;
};

export type Sentence = {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly tokens: readonly Token[];
  readonly isFirst: boolean;
};

const MARKS = /[^\s\p{L}\p{N}]|[\p{L}\p{N}]+/gu;

/** The sentences of an article, in order, with their words and marks. */
export function readText(paragraphs: readonly string[]): Sentence[] {
  return runSteps(readTextInSteps(paragraphs));
}

export function* readTextInSteps(paragraphs: readonly string[]): Steps<Sentence[]> {
  const quotations = quotationsIn(paragraphs);
  const sentences: Sentence[] = [];
  let count = 0;
  for (const [number, paragraph] of paragraphs.entries()) {
    const own = quotations[number] ?? [];
    // A quotation that continues keeps its number.
    if (own[0]?.continues === true) count -= 1;
    const [first, ...others] = split(paragraph, number, tokensIn(paragraph, own, count));
    count += own.length;
    yield;
    if (!first) continue;
    const last = sentences.at(-1);
    if (last && goesOn(last, first)) sentences[sentences.length - 1] = joined(last, first);
    else sentences.push(first);
    sentences.push(...others);
  }
  return sentences;
}

/** Whether both stand in one paragraph, in part at least. */
export function areTogether(one: Sentence | undefined, next: Sentence | undefined): boolean {
  const [last, first] = [one?.pieces.at(-1), next?.pieces[0]];
  return last !== undefined && last.paragraph === first?.paragraph;
}

/** How many letters the words have that count. */
export function lettersOf(tokens: readonly Token[], counts: (at: number) => boolean): number {
  let letters = 0;
  for (const [at, { text, isWord }] of tokens.entries()) {
    if (isWord && counts(at)) letters += text.length;
  }
  return letters;
}

const GOES_ON = /[,:;–—-]["”»'’]*\s*$/u;
const ENDS_IN_COLON = /:\s*$/u;
const ENDS_IN_SMALL_WORD = /(?<![\p{L}\p{N}])\p{Ll}\p{L}*\s*$/u;
const STARTS_WITHIN = /^\s*(?:\p{Ll}|[,.;)])/u;
const STARTS_QUOTED = /^\s*["“„«]/u;
const IS_QUOTED = /["”»]\s*$/u;
/** A heading before a quotation has fewer words. */
const MIN_WORDS = 3;
const MOST_PIECES = 12;

/** A page may set a quotation apart from the sentence that it is part of. */
function goesOn(last: Sentence, next: Sentence): boolean {
  if (last.pieces.length === MOST_PIECES) return false;
  if (STARTS_WITHIN.test(next.text)) return true;
  if (ENDS_IN_COLON.test(last.text)) return STARTS_QUOTED.test(next.text);
  if (GOES_ON.test(last.text)) return IS_QUOTED.test(last.text) || STARTS_QUOTED.test(next.text);
  return (
    last.tokens.length >= MIN_WORDS &&
    ENDS_IN_SMALL_WORD.test(last.text) &&
    STARTS_QUOTED.test(next.text)
  );
}

function joined(one: Sentence, other: Sentence): Sentence {
  const from = one.text.length + 1;
  const moved = other.tokens.map((token) =>
    Object.assign({}, token, { start: token.start + from, end: token.end + from }),
  );
  return {
    text: `${one.text} ${other.text}`,
    pieces: [...one.pieces, ...other.pieces.map((piece) => Object.assign({}, piece, { from }))],
    tokens: [...one.tokens, ...moved],
    isFirst: one.isFirst,
  };
}

function tokensIn(
  paragraph: string,
  quotations: readonly Quotation[],
  firstNumber: number,
): Token[] {
  const tokens: Token[] = [];
  let quotation = 0;
  const add = (text: string, start: number, isWord: boolean) => {
    while ((quotations[quotation]?.range[1] ?? Infinity) <= start) quotation += 1;
    const from = quotations[quotation]?.range[0] ?? Infinity;
    tokens.push({
      text,
      lower: text.toLowerCase().replaceAll("’", "'"),
      start,
      end: start + text.length,
      isWord,
      quotation: from <= start ? firstNumber + quotation : -1,
    });
  };
  const addMarks = (from: number, to: number) => {
    for (const { 0: mark, index } of paragraph.slice(from, to).matchAll(MARKS)) {
      add(mark, from + index, false);
    }
  };
  let end = 0;
  for (const word of wordsIn(paragraph)) {
    addMarks(end, word.start);
    add(word.text, word.start, true);
    end = word.end;
  }
  addMarks(end, paragraph.length);
  return tokens;
}

function split(paragraph: string, number: number, tokens: readonly Token[]): Sentence[] {
  let at = 0;
  return sentencesIn(paragraph)
    .flatMap((range) => atDashes(paragraph, range))
    .map(([start, end], place) => {
      const from = at;
      while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at += 1;
      const text = paragraph.slice(start, end);
      return {
        text,
        pieces: [{ paragraph: number, text, start, from: 0 }],
        tokens: tokens
          .slice(from, at)
          .map((token) =>
            Object.assign({}, token, { start: token.start - start, end: token.end - start }),
          ),
        isFirst: place === 0,
      };
    });
}

/** A dash or a low quotation mark after a full stop begins a sentence as well. */
const NEXT_SENTENCE = /[.!?…]["”»“]*\s+(?=(?:[—–-]\s+)?[„«]?\p{Lu})/gu;
const SET_OFF = /^(?:[—–-]\s|„)/u;

function atDashes(paragraph: string, [start, end]: Range): Range[] {
  const ranges: Range[] = [];
  let from = start;
  for (const { 0: mark, index } of paragraph.slice(start, end).matchAll(NEXT_SENTENCE)) {
    const next = start + index + mark.length;
    if (!SET_OFF.test(paragraph.slice(next, next + 2))) continue;
    ranges.push([from, next - (mark.length - mark.trimEnd().length)]);
    from = next;
  }
  return [...ranges, [from, end]];
}
