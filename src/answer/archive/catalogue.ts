import type { Article } from "../../article/article.ts";
import { type ArticleScope, isInScope } from "../../article/article-scope.ts";
import { publicationDayNumber } from "../../article/publication-day.ts";
import { articleIn } from "../../article/translation.ts";
import type { Language } from "../../languages/language.ts";
import { once } from "../../languages/once.ts";
import type { ArchiveSources, FoundScope } from "../../search/archive/archive.ts";
import type { ArchivedArticle } from "../../search/archive/archived-article.ts";
import type { OpenedArticles } from "../../search/archive/opened-articles.ts";

/** What a question can be asked of, instead of all articles. */
export type Catalogue = {
  /** Names of publishers, and of sections of papers; always the same list for as long as it has not changed. */
  readonly publishers: () => readonly string[];
  readonly sections: () => readonly string[];
  /** Of very many, the latest. */
  readonly inScope: (scope: ArticleScope) => readonly Article[];
  /** The article nearest in time to those asked for that there are none of; of two, that in the reader's language. */
  readonly nearestTo: (scope: ArticleScope, language: Language) => Article | undefined;
};

export function catalogueOf(articles: readonly Article[]): Catalogue {
  return {
    publishers: once(() =>
      distinct(articles.flatMap(({ source }) => source.publisher?.name ?? [])),
    ),
    sections: once(() => distinct(articles.flatMap(({ source }) => source.section ?? []))),
    inScope: (scope) => articles.filter((article) => isInScope(article, scope)),
    nearestTo: (scope, language) => nearestAmong(articles, scope, language),
  };
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function nearestAmong(
  articles: readonly Article[],
  { days, ...other }: ArticleScope,
  language: Language,
): Article | undefined {
  if (!days) return undefined;
  let nearest: Article | undefined;
  let least = Infinity;
  for (const article of articles) {
    const day = publicationDayNumber(article);
    if (day === undefined || !isInScope(article, other)) continue;
    const distance = Math.max(days.from - day, day - days.to);
    const isNearer = distance < least || nearest?.language !== language;
    if (distance > least || !isNearer) continue;
    nearest = article;
    least = distance;
  }
  return nearest;
}

type CatalogueParts = {
  readonly sources: ArchiveSources;
  readonly findScope: (scope: ArticleScope) => FoundScope;
  readonly opened: OpenedArticles;
};

/** Scopes are looked up in the archive. */
export function catalogueOfArchive(
  language: Language,
  { sources, findScope, opened }: CatalogueParts,
): Catalogue {
  const articlesOf = (found: readonly ArchivedArticle[]) =>
    found.flatMap((archived) => {
      const article = opened.textOf(archived, 0);
      return article ? [articleIn(article, language)] : [];
    });
  return {
    publishers: () => sources.publishers,
    sections: () => sources.sections,
    inScope: (scope) => articlesOf(findScope(scope).articles),
    nearestTo: (scope) => nearestAmong(articlesOf(findScope(scope).nearest), scope, language),
  };
}
