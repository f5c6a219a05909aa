import type { Article } from "../../article/article.ts";
import type { Answer, Citation, OverviewAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { Intent } from "../intent/intent.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { articlePointsOf, hasSections, pointOfSection } from "./article-points.ts";
import { keyFactsOf } from "./key-facts.ts";
import { timelineOf } from "./timeline.ts";

/** Answers a question about an article as a whole; lists the articles if none is chosen. */
export function answerAboutArticle(
  intent: Extract<Intent, { kind: "overview" | "source" }>,
  { article }: Pick<SearchedQuestion, "article">,
  { articles }: Pick<ArticleLibrary, "articles">,
): Answer {
  const asksForAll = intent.kind === "overview" && intent.of === "library";
  if (!article || (asksForAll && articles.length > 1))
    return { kind: "overview", of: "library", articles, passages: [] };
  if (asksForAll) return overviewOf(article, "sections");
  return intent.kind === "source" ? { kind: "source", article } : overviewOf(article, intent.of);
}

/** An overview of an article: its sections, key facts, dates or people. */
export function overviewOf(article: Article, of: OverviewAnswer["of"]): OverviewAnswer {
  return { kind: "overview", of, articles: [article], passages: passagesFor(article, of) };
}

function passagesFor(article: Article, of: OverviewAnswer["of"]): Citation[] {
  switch (of) {
    case "key-facts":
      return keyFactsOf(article);
    case "points":
      return articlePointsOf(article);
    case "dates":
      return timelineOf(article);
    case "sections":
      return hasSections(article)
        ? article.sections.flatMap((section) => pointOfSection(article, section) ?? [])
        : articlePointsOf(article);
    case "people":
    case "library":
      return [];
  }
}
