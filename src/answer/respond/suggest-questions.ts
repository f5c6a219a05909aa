import type { Article } from "../../article/article.ts";

const MAX_SUGGESTED = 2;

/** Returns the id of the passage that answers a question, if one does. */
type AnswerTo = (question: string, article: Article) => string | undefined;

/** Picks questions to ask next, other than the one just asked and those whose answers were shown. */
export type SuggestQuestions = (
  article: Article,
  avoid: {
    readonly question: string;
    readonly passage?: string;
    readonly seen?: readonly string[];
  },
) => readonly string[];

type Suggestion = readonly [question: string, passage: string];

/** The questions of each article that were answered. */
export type KnownSuggestions = WeakMap<Article, readonly Suggestion[]>;

/**
 * Suggests only those of the editors' questions that the bot can answer. It tries them all when it first
 * answers about an article, and remembers which ones worked.
 */
export function suggestQuestions(
  answerTo: AnswerTo,
  answerable: KnownSuggestions = new WeakMap(),
): SuggestQuestions {
  return (article, { question, passage, seen = [] }) => {
    const known = answerable.get(article) ?? tryAll(article);
    answerable.set(article, known);
    // Then the order of its passages need not be read.
    if (known.length === 0) return [];
    const others = known.filter(([text, answer]) => text !== question && answer !== passage);
    const unseen = others.filter(([, answer]) => !seen.includes(answer));
    return startAfter(passage, unseen.length > 0 ? unseen : others, article)
      .slice(0, MAX_SUGGESTED)
      .map(([text]) => text);
  };

  function tryAll(article: Article): Suggestion[] {
    return article.suggestedQuestions.flatMap((question) => {
      const passage = answerTo(question, article);
      return passage === undefined ? [] : [[question, passage] as const];
    });
  }
}

/** Rotates the suggestions, so that a reader who follows them sees every one before any repeats. */
function startAfter(
  passage: string | undefined,
  suggestions: readonly Suggestion[],
  article: Article,
): Suggestion[] {
  const order = article.sections.flatMap(({ passages }) => passages.map(({ id }) => id));
  const current = passage === undefined ? -1 : order.indexOf(passage);
  const after = suggestions.filter(([, answer]) => order.indexOf(answer) > current);
  return [...after, ...suggestions.filter((suggestion) => !after.includes(suggestion))];
}
