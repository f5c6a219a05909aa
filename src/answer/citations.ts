import type { Article } from "../article/article.ts";
import { voicesBy } from "../article/voices.ts";
import type { Citation } from "./answer.ts";

/** Every passage of an article, in the article's order. */
export function citationsOf(article: Article): Citation[] {
  return article.sections.flatMap((section) =>
    section.passages.map((passage) => ({ article, section, passage })),
  );
}

/** The passages in which a person speaks, even if only within somebody else's, in the article's order. */
export function pointsOf(article: Article, person: string): Citation[] {
  return citationsOf(article)
    .filter(({ passage }) => voicesBy(passage, person).length > 0)
    .map((citation) => ({ ...citation, by: person }));
}
