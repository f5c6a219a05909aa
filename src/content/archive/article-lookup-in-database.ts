import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { Article } from "../../article/article.ts";
import type { Database } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import type { Archive } from "../../search/archive/archive.ts";
import { addressKey } from "./article-keys.ts";

/** Whoever publishes a second article may wait as long for the button that leads to the list of all. */
const COUNT_MS = 10_000;

/** Finds articles of an archive in the database, which other replicas may write to. `now`: in milliseconds. */
export function articleLookupInDatabase(
  { run }: Pick<Database, "run">,
  archive: Pick<Archive, "articles">,
  now: () => number,
): ArticleLookup {
  async function bySlugs(slugs: readonly string[]): Promise<readonly Article[]> {
    const found = (await archive.articles(slugs)).map(({ article }) => article);
    const bySlug = new Map(found.map((article) => [article.slug, article]));
    return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  }
  return {
    bySlugs,
    async byReference(reference) {
      const [row] = await run<{ readonly slug: string }>(
        sql`SELECT slug FROM archive_articles WHERE reference = ${reference} LIMIT 1`,
      );
      const [article] = row ? await bySlugs([row.slug]) : [];
      return article;
    },
    async byUrls(urls) {
      const keys = new Map(urls.map((url) => [url, addressKey(url)]));
      const rows = await run<{ readonly address: string; readonly slug: string }>(sql`
        SELECT address, slug FROM archive_articles
        WHERE address = ANY(${[...new Set(keys.values())]}::text[]) ORDER BY slug`);
      // Of several with one address, the last one, as in memory.
      const slugOf = new Map(rows.map(({ address, slug }) => [address, slug]));
      const articles = await bySlugs([...new Set(slugOf.values())]);
      const bySlug = new Map(articles.map((article) => [article.slug, article]));
      return new Map(
        Array.from(keys).flatMap(([url, key = ""]) => {
          const article = bySlug.get(slugOf.get(key) ?? "");
          return article ? [[url, article] as const] : [];
        }),
      );
    },
    async first(most) {
      const rows = await run<{ readonly slug: string }>(sql`
        SELECT slug FROM archive_articles ORDER BY day DESC NULLS LAST, id DESC LIMIT ${most}`);
      return bySlugs(rows.map(({ slug }) => slug));
    },
    count: keptCount(async () => {
      const [row] = await run<{ readonly count: number }>(
        sql`SELECT count(*) FROM archive_articles`,
      );
      return row?.count ?? 0;
    }, now),
  };
}

/**
 * Asked for with nearly every update, also with those that need nothing else of the database, which go on while it is
 * away: so a number that is known is returned at once, and brought up to date meanwhile. None at all is never kept: the
 * first article is there as soon as it is published.
 */
function keptCount(read: () => Promise<number>, now: () => number): () => Promise<number> {
  let known = 0;
  let askedAt = 0;
  let reading: Promise<number> | undefined;
  async function readAgain(): Promise<number> {
    askedAt = now();
    try {
      known = await read();
      return known;
    } finally {
      reading = undefined;
    }
  }
  return async () => {
    if (known > 0 && now() - askedAt < COUNT_MS) return known;
    reading ??= readAgain();
    if (known === 0) return reading;
    // Whoever needs an article finds out what is wrong.
    reading.catch(() => undefined);
    return known;
  };
}
