import type { Article } from "../article/article.ts";
import type { Citation } from "./answer.ts";

/** Every passage of an article with its place, in the article's order. */
export function citationsOf(article: Article): Citation[] {
  return article.sections.flatMap((section) =>
    section.passages.map((passage) => ({ article, section, passage })),
  );
}

/** What a person says in an article, in its order. */
export function pointsOf(article: Article, person: string): Citation[] {
  return citationsOf(article).filter(({ passage }) => passage.speaker.id === person);
}
