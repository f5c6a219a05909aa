import type { Person } from "../../article/article.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { LanguageIndex } from "../index/language-index.ts";
import { answerTypeOf, askingRanges, type AnswerType } from "../../languages/answer-type.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Range } from "../../text/ranges.ts";
import type { Word } from "../../text/words.ts";
import { type QueryWord, type QueryWords, readWords } from "./query-words.ts";

/** A question, parsed for the articles of a language. */
export type Query = QueryWords & {
  /** The content words without those that only ask, such as the "day" of "which day", and without untranslated ones; all if nothing else is left. */
  readonly topic: readonly QueryWord[];
  readonly text: string;
  /** The pack of the articles' language. */
  readonly pack: LanguagePack;
  /** People of the articles whom it names, by name or alias, with or without typos. */
  readonly people: readonly Person[];
  readonly answerType: AnswerType;
  /** Whether it asks for what is not the case. */
  readonly isNegated: boolean;
  /** Content words of the earlier turns that it builds on. */
  readonly background: readonly QueryWord[];
};

/** Parses a question using the words and names of an index; ranks nothing. */
export function parseQuery(text: string, index: LanguageIndex, background?: string): Query {
  const read = readWords(text, index);
  const { written, mentions, likelyPacks } = read;
  return {
    ...read,
    topic: topicOf(read.words, askingRanges(text, likelyPacks)),
    text,
    pack: index.pack,
    people: [...new Set(mentions.map(({ person }) => person))],
    answerType: answerTypeOf(text, likelyPacks),
    isNegated: isNegated(written, likelyPacks),
    background: background === undefined ? [] : readWords(background, index).words,
  };
}

function topicOf(words: readonly QueryWord[], asking: readonly Range[]): readonly QueryWord[] {
  const topic = words.filter(
    ({ start: from, end: upTo, status }) =>
      status !== "untranslated" && asking.every(([start, end]) => from < start || upTo > end),
  );
  return topic.length > 0 ? topic : words;
}

function isNegated(written: readonly Word[], [pack]: readonly LanguagePack[]): boolean {
  return written.some(
    ({ text }) => ((pack?.terms.read(text).classes ?? 0) & TOKEN_CLASS.negation) !== 0,
  );
}

/** The same question without earlier turns. */
export function withoutBackground(query: Query): Query {
  return { ...query, background: [] };
}

/** The content words that name nobody. Mentions are in the order of the words. */
export function wordsBesideNames({ words, mentions }: Query): QueryWord[] {
  let next = 0;
  return words.filter((word) => {
    while ((mentions[next]?.end ?? Infinity) < word.end) next += 1;
    const mention = mentions[next];
    return !mention || word.start < mention.start;
  });
}
