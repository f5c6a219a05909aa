import { type Answerer, partsOf } from "../../answer/answer-question.ts";
import type { Citation } from "../../answer/answer.ts";
import { shownPassages } from "../../answer/shown-passages.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { Article, Passage } from "../../article/article.ts";
import { passagesOf } from "../../article/editing/edited-text.ts";
import { articleIn } from "../../article/translation.ts";
import { type Trace, tracesOf } from "../../feedback/trace.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { shorten } from "../../text/shorten.ts";

/** What readers are answered from now. */
export type Current = {
  readonly articles: ArticleLookup;
  readonly answerInBackground: Answerer;
};

/** The answer that a question gets now, asked by itself. */
export type AnswerNow = {
  /** The first of a message's questions. */
  readonly trace: Omit<Trace, "id">;
  readonly shown: readonly Citation[];
};

/** `slug`: the article that it was about. */
export async function answerNow(
  question: string,
  slug: string,
  { articles, answerInBackground }: Current,
): Promise<AnswerNow | undefined> {
  // Without any, nothing can be asked.
  if ((await articles.count()) === 0) return undefined;
  const [known] = await articles.bySlugs([slug]);
  const outcome = await answerInBackground(question, {}, known?.slug);
  const [trace] = tracesOf(outcome);
  const [part] = partsOf(outcome);
  return trace && part && { trace, shown: shownPassages(part.answer) };
}

/** Words of an article, with who says them; "" if nobody. */
export type Excerpt = {
  readonly passage: string;
  readonly text: string;
  readonly speaker: string;
};

/** As much as tells whether it answers. */
const MAX_EXCERPT = 240;

export function excerptOf(citation: Citation): Excerpt {
  const { passage, snippet } = citation;
  const text = shorten(passage.text, MAX_EXCERPT, snippet?.sentence);
  return { passage: passage.id, text, speaker: snippetVoice(citation).speaker?.name ?? "" };
}

/** `ferry/fares` in the language of the question; `undefined` once the article does not have it. */
export async function excerptNamed(
  name: string,
  language: string,
  { articles }: Current,
): Promise<Excerpt | undefined> {
  const [slug = "", id] = name.split("/");
  const [article] = await articles.bySlugs([slug]);
  const passage = article && passageIn(articleIn(article, language), id);
  if (!passage) return undefined;
  const text = shorten(passage.text, MAX_EXCERPT);
  return { passage: passage.id, text, speaker: snippetVoice({ passage }).speaker?.name ?? "" };
}

export function passageIn(article: Article, id: string | undefined): Passage | undefined {
  return passagesOf(article).find((passage) => passage.id === id);
}
