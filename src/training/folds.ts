import type { Article } from "../article/article.ts";

/** In cross-validation, every article is judged by what was learned on the articles of the other folds. */
export const FOLDS = 5;

export type FoldOf = (article: Article) => number;

/** In turn, so that each fold has articles of each set. An article that several sets ask about is in one fold. */
export function foldsOf(articles: Iterable<Article>): FoldOf {
  const slugs = [...new Set(Array.from(articles, ({ slug }) => slug))];
  const folds = new Map(slugs.map((slug, number) => [slug, number % FOLDS]));
  return ({ slug }) => folds.get(slug) ?? 0;
}
