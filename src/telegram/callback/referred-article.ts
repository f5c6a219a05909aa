import type { Article } from "../../article/article.ts";
import { memoize } from "../memoize.ts";
import { referenceTo } from "../../article/reference-to.ts";

/** The article that a button refers to, if it is still there. */
export function referredArticle(
  articles: readonly Article[],
  reference: string,
): Article | undefined {
  return articlesByReference(articles).get(reference);
}

/** Of two with one reference, the first. */
const articlesByReference = memoize(
  (articles: readonly Article[]): ReadonlyMap<string, Article> =>
    new Map(articles.toReversed().map((article) => [referenceTo(article.slug), article])),
);
