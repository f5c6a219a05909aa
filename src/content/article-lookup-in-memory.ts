import { canonicalAddress } from "../article/address.ts";
import type { ArticleLookup } from "../article/article-lookup.ts";
import type { Article } from "../article/article.ts";
import { referenceTo } from "../article/reference-to.ts";
import { once } from "../languages/once.ts";

/** Looks up what `current` returns, which is another list after each change. */
export function articleLookupInMemory(current: () => readonly Article[]): ArticleLookup {
  const known = new WeakMap<readonly Article[], Keys>();
  function keys(): Keys {
    const articles = current();
    const own = known.get(articles) ?? keysOf(articles);
    known.set(articles, own);
    return own;
  }
  return {
    async bySlugs(slugs) {
      const bySlug = keys().bySlug();
      return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
    },
    byReference: async (reference) => keys().byReference().get(reference),
    async byUrls(urls) {
      const byAddress = keys().byAddress();
      return new Map(
        urls.flatMap((url) => {
          const article = byAddress.get(canonicalAddress(url));
          return article ? [[url, article] as const] : [];
        }),
      );
    },
    first: async (most) => current().slice(0, most),
    count: async () => current().length,
  };
}

type Keys = ReturnType<typeof keysOf>;

function keysOf(articles: readonly Article[]) {
  const keyedBy = (keyOf: (article: Article) => string | undefined) =>
    once((): ReadonlyMap<string, Article> => {
      const keyed = articles.map((article) => [keyOf(article), article] as const);
      return new Map(
        keyed.flatMap(([key, article]) => (key === undefined ? [] : [[key, article]])),
      );
    });
  return {
    bySlug: keyedBy(({ slug }) => slug),
    byReference: keyedBy(({ slug }) => referenceTo(slug)),
    byAddress: keyedBy(({ source: { url } }) =>
      url === undefined ? undefined : canonicalAddress(url),
    ),
  };
}
