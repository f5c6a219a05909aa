import type { Article } from "../article/article.ts";
import { groupedBy } from "./grouped-by.ts";
import { shelve, type Shelf } from "./shelf.ts";

/** All that is needed to find passages; made once per library. */
export type PassageIndex = {
  /** What a question searches: the article named, or everything, one shelf a language. */
  readonly shelvesFor: (slug: string | undefined) => readonly Shelf[];
};

export function indexPassages(articles: readonly Article[]): PassageIndex {
  return indexOver(articles, shelvesByLanguage(articles));
}

/** `everything`: a shelf for all articles of every language. */
export function indexOver(
  articles: readonly Article[],
  everything: readonly Shelf[],
): PassageIndex {
  const single = new Map<string, readonly Shelf[]>();

  return {
    shelvesFor(slug) {
      if (slug === undefined) return everything;
      const made = single.get(slug) ?? shelvesOfArticle(slug);
      single.set(slug, made);
      return made;
    },
  };

  // Made when first asked for: a large library would otherwise be indexed twice over at start.
  function shelvesOfArticle(slug: string): readonly Shelf[] {
    const article = articles.filter((candidate) => candidate.slug === slug);
    return articles.length === 1 && article.length === 1 ? everything : shelvesByLanguage(article);
  }
}

function shelvesByLanguage(articles: readonly Article[]): Shelf[] {
  return byLanguage(articles).map(shelve);
}

export function byLanguage(articles: readonly Article[]): Article[][] {
  return [...groupedBy(articles, ({ language }) => language).values()];
}
