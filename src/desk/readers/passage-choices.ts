import type { Article } from "../../article/article.ts";
import { passagesOf } from "../../article/editing/edited-text.ts";
import { packFor } from "../../languages/packs.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { wordsIn } from "../../text/words.ts";
import { type Current, type Excerpt } from "./answer-now.ts";

/** A passage that may be the right one. */
export type PassageChoice = Excerpt & {
  /** The search finds it, or it was shown. */
  readonly isLikely: boolean;
  /** Words of the question that neither its text nor its keywords have. */
  readonly lacks: readonly string[];
};

export type QuestionAsked = { readonly question: string; readonly language: string };

/** What the search finds is worth a look down to here. */
const LIKELY = 3;

/** All passages in the article's order. */
export async function passageChoices(
  article: Article,
  { question, language }: QuestionAsked,
  { articles, answerInBackground }: Current,
): Promise<PassageChoice[]> {
  const [readable] = await articles.bySlugs([article.slug]);
  const outcome = readable && (await answerInBackground(question, {}, article.slug));
  const { hits = [] } = outcome?.findings ?? {};
  const likely = new Set(hits.slice(0, LIKELY).map(({ passage }) => passage.id));
  const { terms } = packFor(language);
  const asked = new Map(
    wordsIn(question)
      .filter(({ text }) => !terms.isStopWord(text))
      .map(({ text }) => [terms.of(text), text.toLowerCase()]),
  );
  return passagesOf(article).map((passage) => {
    const { id, text, keywords, lead = "" } = passage;
    const known = wordsIn([text, lead, ...keywords].join(" ")).map((word) => terms.of(word.text));
    const lacks = new Map(asked);
    for (const term of known) lacks.delete(term);
    return {
      passage: id,
      text,
      speaker: snippetVoice({ passage }).speaker?.name ?? "",
      isLikely: likely.has(id),
      lacks: [...lacks.values()],
    };
  });
}
