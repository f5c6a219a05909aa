import type { Article, Passage } from "../../article/article.ts";
import type { Voice } from "../../article/voices.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import type { Citation, Context } from "../answer.ts";
import type { AnswerQuestion } from "../answer-question.ts";
import { citationsOf } from "../respond/citations.ts";

export type Quotable = {
  readonly articles: readonly Article[];
  /** Finds the passages that may have the words: to read all of a large library takes too long. */
  readonly answerQuestion: AnswerQuestion;
};

/**
 * What a conversation is about when the reader quotes words of an earlier message: the passage that
 * has them, of several the one that `context` names. `undefined` where none has them, as with words
 * of the bot's own.
 */
export function contextOfQuote(
  quote: string,
  { articles, answerQuestion }: Quotable,
  context: Context = {},
): Context | undefined {
  const quoted = wordsOf(quote);
  if (quoted.length === 0) return undefined;

  const near = answerQuestion(quote, whereOf(context)).findings.hits;
  const candidates = [...shownLast(articles, context), ...near];
  const found = candidates.find(({ passage }) => hasInOrder(passage, quoted));
  const { article, passage } = found ?? mostAlike(near, quoted) ?? {};
  if (!article || !passage) return undefined;
  const { speaker } = speakerOf(passage, quoted);
  return {
    article: article.slug,
    passage: passage.id,
    ...(speaker && { person: speaker.id }),
    isQuoted: true,
  };
}

/** Whose the quoted words are; where they are not all in the text, whose passage it is. */
function speakerOf(passage: Passage, quoted: readonly string[]): Voice {
  const words = wordsIn(passage.text);
  const text = spaced(words.map((word) => foldWord(word.text)));
  const found = text.indexOf(spaced(quoted));
  const at = found === -1 ? -1 : text.slice(0, found).split(" ").length - 1;
  const [first, last] = [words[at], words[at + quoted.length - 1]];
  if (!first || !last) return snippetVoice({ passage });
  const range = [first.start, last.end] as const;
  return snippetVoice({ passage, snippet: { sentence: range, highlights: [range] } });
}

function wordsOf(text: string): string[] {
  return wordsIn(text).map((word) => foldWord(word.text));
}

function hasInOrder({ lead = "", text }: Passage, quoted: readonly string[]): boolean {
  return spaced(wordsOf(`${lead} ${text}`)).includes(spaced(quoted));
}

/** With a space around each word, so that only whole ones are found. */
function spaced(words: readonly string[]): string {
  return ` ${words.join(" ")} `;
}

/** The passage that `context` names, in every language. */
function shownLast(articles: readonly Article[], context: Context): Citation[] {
  const article = articles.find(({ slug }) => slug === context.article);
  if (!article) return [];
  return [article, ...article.translations]
    .flatMap((one) => citationsOf(one))
    .filter(({ passage }) => passage.id === context.passage);
}

/** Where to look; what was asked before has nothing to do with the words. */
function whereOf({ article, clientLanguage, language }: Context): Context {
  return {
    ...(article !== undefined && { article }),
    ...(clientLanguage !== undefined && { clientLanguage }),
    ...(language !== undefined && { language }),
  };
}

/** Of a passage that was cut short, or quoted with its whole card, so much is there at least. */
const LEAST_SHARE = 0.7;

function mostAlike(all: readonly Citation[], quoted: readonly string[]): Citation | undefined {
  const [best] = all
    .map((citation) => ({ citation, share: shareIn(quoted, wordsOf(citation.passage.text)) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((one, other) => other.share - one.share);
  return best?.citation;
}

/** Of the words of the shorter, the share that the longer has as well. */
function shareIn(one: readonly string[], other: readonly string[]): number {
  const [shorter, longer] = [new Set(one), new Set(other)].toSorted((a, b) => a.size - b.size);
  const shared = [...(shorter ?? [])].filter((word) => longer?.has(word));
  return shared.length / (shorter?.size ?? 1);
}
