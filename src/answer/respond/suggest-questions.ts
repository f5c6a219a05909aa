import type { Article } from "../../article/article.ts";

const MOST_OFFERED = 2;

/** Which passage a suggested question is answered with, or `undefined` where it is not answered. */
export type AnswerTo = (question: string, article: Article) => string | undefined;

/** Picks questions to suggest. `avoid`: the one just asked, the passage just shown, those shown before. */
export type SuggestQuestions = (
  article: Article,
  avoid: {
    readonly question: string;
    readonly passage?: string;
    readonly seen?: readonly string[];
  },
) => readonly string[];

/** Of the editors' questions only those are offered that the bot answers; tried once an article. */
export function suggestQuestions(answerTo: AnswerTo): SuggestQuestions {
  const answerable = new Map<string, readonly (readonly [question: string, passage: string])[]>();

  return (article, { question, passage, seen = [] }) => {
    const known = answerable.get(article.slug) ?? tryAll(article);
    answerable.set(article.slug, known);
    const others = known.filter(([text, answer]) => text !== question && answer !== passage);
    const unseen = others.filter(([, answer]) => !seen.includes(answer));
    const fresh = unseen.length > 0 ? unseen : others;
    return startingBehind(fresh, passage, article)
      .slice(0, MOST_OFFERED)
      .map(([text]) => text);
  };

  function tryAll(article: Article): (readonly [string, string])[] {
    return article.suggestedQuestions.flatMap((question) => {
      const passage = answerTo(question, article);
      return passage === undefined ? [] : [[question, passage] as const];
    });
  }
}

/** Goes round the list, so that who follows the offers sees all of them before any twice. */
function startingBehind(
  offers: readonly (readonly [string, string])[],
  passage: string | undefined,
  article: Article,
): (readonly [string, string])[] {
  const order = article.sections.flatMap(({ passages }) => passages.map(({ id }) => id));
  const here = passage === undefined ? -1 : order.indexOf(passage);
  const behind = offers.filter(([, answer]) => order.indexOf(answer) > here);
  return [...behind, ...offers.filter((offer) => !behind.includes(offer))];
}
