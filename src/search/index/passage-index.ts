import type { Article } from "../../article/article.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import { atOnce, type Pieces, type Prepared, prepared } from "./pieces.ts";
import { shelving, type Shelf } from "./shelf.ts";

/** All that is needed to find passages; made once per library. */
export type PassageIndex = {
  /** What a question searches: the article named, or everything, one shelf a language. */
  readonly shelvesFor: (slug: string | undefined) => readonly Shelf[];
  /** Makes what a question would otherwise wait for: the shelves of each long article. */
  readonly prepare: () => Pieces<void>;
};

export function indexPassages(articles: readonly Article[]): PassageIndex {
  return atOnce(indexing(articles));
}

export function* indexing(articles: readonly Article[]): Pieces<PassageIndex> {
  return indexOver(articles, yield* shelvesByLanguage(articles));
}

/** Fewer passages are indexed in some 20 ms: a large library is not indexed twice over for them. */
const LONG_FROM_PASSAGES = 200;

/** `everything`: a shelf for all articles of every language. */
export function indexOver(
  articles: readonly Article[],
  everything: readonly Shelf[],
): PassageIndex {
  const single = new Map<string, Prepared<readonly Shelf[]>>();

  return {
    shelvesFor: (slug) => (slug === undefined ? everything : shelvesOfArticle(slug).get()),
    *prepare() {
      for (const { slug } of articles.filter(isLong)) yield* shelvesOfArticle(slug).prepare();
    },
  };

  function shelvesOfArticle(slug: string): Prepared<readonly Shelf[]> {
    const known = single.get(slug) ?? prepared(() => shelvingArticle(slug));
    single.set(slug, known);
    return known;
  }

  function* shelvingArticle(slug: string): Pieces<readonly Shelf[]> {
    const article = articles.filter((candidate) => candidate.slug === slug);
    if (articles.length === 1 && article.length === 1) return everything;
    return yield* shelvesByLanguage(article);
  }
}

function isLong({ sections }: Article): boolean {
  return sections.reduce((sum, { passages }) => sum + passages.length, 0) >= LONG_FROM_PASSAGES;
}

function* shelvesByLanguage(articles: readonly Article[]): Pieces<Shelf[]> {
  const shelves: Shelf[] = [];
  for (const ofLanguage of byLanguage(articles)) shelves.push(yield* shelving(ofLanguage));
  return shelves;
}

export function byLanguage(articles: readonly Article[]): Article[][] {
  return [...groupedBy(articles, ({ language }) => language).values()];
}
