import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { Passage } from "../../article/article.ts";
import type { Voice } from "../../article/voices.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import type { Citation, Context } from "../answer.ts";
import type { Answerer } from "../answer-question.ts";
import { citationsOf } from "../citations.ts";

export type Quotable = {
  readonly articles: ArticleLookup;
  /** Finds passages that may contain the words: scanning all of a large library takes too long. */
  readonly answerQuestion: Answerer;
};

/**
 * The context of a reply that quotes an earlier message: the passage with the quoted words, preferably the
 * one in `context`. `undefined` if no passage contains them, as with the bot's own words.
 */
export async function contextOfQuote(
  quote: string,
  { articles, answerQuestion }: Quotable,
  context: Context = {},
): Promise<Context | undefined> {
  const quoted = wordsOf(quote);
  if (quoted.length === 0) return undefined;

  const { findings } = await answerQuestion(quote, withoutTurns(context));
  const near = findings.hits;
  const candidates = [...(await lastShown(articles, context)), ...near];
  const found = candidates.find(({ passage }) => hasInOrder(passage, quoted));
  const { article, passage } = found ?? mostSimilar(near, quoted) ?? {};
  if (!article || !passage) return undefined;
  const { speaker } = speakerOf(passage, quoted);
  return {
    article: article.slug,
    passage: passage.id,
    ...(speaker && { person: speaker.id }),
    isQuoted: true,
  };
}

/** Who says the quoted words; if they are not all in the text, whose passage it is. */
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

/** With a space around each word: only whole words match. */
function spaced(words: readonly string[]): string {
  return ` ${words.join(" ")} `;
}

/** The passage of `context`, in every language. */
async function lastShown(articles: ArticleLookup, context: Context): Promise<Citation[]> {
  const [article] = context.article === undefined ? [] : await articles.bySlugs([context.article]);
  if (!article) return [];
  return [article, ...article.translations]
    .flatMap((one) => citationsOf(one))
    .filter(({ passage }) => passage.id === context.passage);
}

/** Keeps the article and the languages; earlier turns have nothing to do with the quoted words. */
function withoutTurns({ article, clientLanguage, language }: Context): Context {
  return {
    ...(article !== undefined && { article }),
    ...(clientLanguage !== undefined && { clientLanguage }),
    ...(language !== undefined && { language }),
  };
}

/** A passage that was cut short, or quoted with its whole card, still shares this much. */
const MIN_SHARED_WORDS = 0.7;

function mostSimilar(all: readonly Citation[], quoted: readonly string[]): Citation | undefined {
  const [best] = all
    .map((citation) => ({
      citation,
      share: shareOfWords(quoted, wordsOf(citation.passage.text)),
    }))
    .filter(({ share }) => share >= MIN_SHARED_WORDS)
    .toSorted((one, other) => other.share - one.share);
  return best?.citation;
}

/** The share of the shorter text's words that the longer one contains too, 0 to 1. */
function shareOfWords(one: readonly string[], other: readonly string[]): number {
  const [shorter, longer] = [new Set(one), new Set(other)].toSorted((a, b) => a.size - b.size);
  const shared = [...(shorter ?? [])].filter((word) => longer?.has(word));
  return shared.length / (shorter?.size ?? 1);
}
