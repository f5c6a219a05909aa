import { LRUCache } from "lru-cache";
import type { Article } from "../../article/article.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import { runSteps, type Steps, type Lazy, lazy } from "../../languages/steps.ts";
import type { Language } from "../../languages/language.ts";
import { once } from "../../languages/once.ts";
import { packFor, type PackFor } from "../../languages/packs.ts";
import { indexLanguageInSteps, type LanguageIndex } from "./language-index.ts";

/** The search index of a library of articles. */
export type PassageIndex = {
  /** One index per language: of a single article, or of all. */
  readonly languageIndexesFor: (slug: string | undefined) => readonly LanguageIndex[];
  /** Builds what questions need now and then, and an index for each long article, so that none has to wait. */
  readonly prepare: () => Steps<void>;
  /** The same for readers of a language, who get translations into it; only of an archive, which has all translations. */
  readonly readIn?: (language: Language) => PassageIndex;
};

export function indexPassages(
  articles: readonly Article[],
  packOf: PackFor = packFor,
): PassageIndex {
  return runSteps(indexPassagesInSteps(articles, packOf));
}

export function* indexPassagesInSteps(
  articles: readonly Article[],
  packOf: PackFor = packFor,
): Steps<PassageIndex> {
  return openPassageIndex(articles, yield* indexEachLanguage(articles, packOf), packOf);
}

/** Shorter articles are indexed on demand, in about 20 ms. */
const MIN_PASSAGES_OF_LONG_ARTICLE = 200;
/** Readers ask about the latest articles most; each takes up to a megabyte. */
const MAX_SHORT = 100;

/** `everything`: one index per language, over all articles. */
export function openPassageIndex(
  articles: readonly Article[],
  everything: readonly LanguageIndex[],
  packOf: PackFor = packFor,
): PassageIndex {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const countOf = once(() => passagesBySlug(everything));
  const isLong = ({ slug }: Article) => (countOf().get(slug) ?? 0) >= MIN_PASSAGES_OF_LONG_ARTICLE;
  const long = new Map<string, Lazy<readonly LanguageIndex[]>>();
  const short = new LRUCache<string, Lazy<readonly LanguageIndex[]>>({ max: MAX_SHORT });

  return {
    languageIndexesFor: (slug) => (slug === undefined ? everything : indexesOfArticle(slug).get()),
    *prepare() {
      for (const { phoneticNames, meanings } of everything) {
        yield* phoneticNames.prepare();
        yield* meanings.prepare();
      }
      for (const { slug } of articles.filter(isLong)) yield* indexesOfArticle(slug).prepare();
    },
  };

  function indexesOfArticle(slug: string): Lazy<readonly LanguageIndex[]> {
    const article = bySlug.get(slug);
    const single = article && isLong(article) ? long : short;
    const known = single.get(slug) ?? lazy(() => indexArticle(article));
    single.set(slug, known);
    return known;
  }

  function* indexArticle(article: Article | undefined): Steps<readonly LanguageIndex[]> {
    if (articles.length === 1 && article) return everything;
    return yield* indexEachLanguage(article ? [article] : [], packOf);
  }
}

/** How many there are, without reading the articles. */
function passagesBySlug(indexes: readonly LanguageIndex[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { passages } of indexes) {
    for (let number = 0; number < passages.length; number += 1) {
      const { slug = "" } = passages.articleOf(number) ?? {};
      counts.set(slug, (counts.get(slug) ?? 0) + 1);
    }
  }
  return counts;
}

function* indexEachLanguage(articles: readonly Article[], packOf: PackFor): Steps<LanguageIndex[]> {
  const indexes: LanguageIndex[] = [];
  for (const group of groupByLanguage(articles)) {
    const pack = packOf(group[0]?.language ?? "");
    indexes.push(yield* indexLanguageInSteps(group, pack));
  }
  return indexes;
}

export function groupByLanguage(articles: readonly Article[]): Article[][] {
  return [...groupedBy(articles, ({ language }) => language).values()];
}
