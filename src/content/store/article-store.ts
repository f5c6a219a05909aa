import type { Article } from "../../article/article.ts";
import type { Diagnostic } from "../../article/diagnostic.ts";
import { parseLibrary } from "../../article/loading/parse-library.ts";
import type { ArticleFile } from "../../article/loading/read-article-file.ts";
import type { Database, RunStatement } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import { tellOthersWords } from "../others-words.ts";
import { type ArticleWrite, type WriteOutcome, writeArticles } from "./write-articles.ts";

/** The articles in the database. */
export type ArticleStore = {
  /** Those that are there, in the order of their files; without the withdrawn ones. */
  readonly articlesBySlug: (slugs: readonly string[]) => Promise<ParsedArticles>;
  /** Their files, as editors wrote them. */
  readonly filesBySlug: (slugs: readonly string[]) => Promise<readonly ArticleFile[]>;
  /** All that are not withdrawn, a page after another: `after` is the last slug of the one before. */
  readonly list: (page: {
    readonly after?: string;
    readonly limit: number;
  }) => Promise<readonly ListedArticle[]>;
  /** What has changed since an earlier answer to this; 0 for everything. Ask again until nothing has. */
  readonly changesSince: (change: number, most?: MostChanges) => Promise<ArticleChanges>;
  /** How many articles have changed since. */
  readonly countChangesSince: (change: number) => Promise<number>;
  /** The number of the last change. It goes back only if a backup is restored. */
  readonly latestChange: () => Promise<number>;
  readonly headsOf: (slugs: readonly string[]) => Promise<ReadonlyMap<string, ArticleHead>>;
  /** Whether an article once was of this digest. */
  readonly wasOnce: (slug: string, digest: string) => Promise<boolean>;
  /** Each is written whole or, if it is no longer of the version expected, not at all. */
  readonly write: (
    writes: readonly ArticleWrite[],
    origin: string,
  ) => Promise<ReadonlyMap<string, WriteOutcome>>;
};

type ParsedArticles = {
  readonly articles: readonly Article[];
  /** Why others, which an earlier version of the bot has taken, cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
};

type ListedArticle = {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly publisher: string | null;
  /** `2026-02-03`. */
  readonly publishedOn: string | null;
};

type ArticleChanges = {
  /** What to ask from the next time. */
  readonly latest: number;
  readonly changed: readonly string[];
  readonly withdrawn: readonly string[];
};

/** What an edit has to know of the article that it changes. */
export type ArticleHead = {
  readonly version: number;
  readonly digest: string;
  readonly isWithdrawn: boolean;
};

/** Of one answer about changes: so many articles, and no other after so many bytes of text. */
type MostChanges = { readonly articles: number; readonly bytes: number };

const CHANGES_AT_ONCE: MostChanges = { articles: 10_000, bytes: Number.MAX_SAFE_INTEGER };

export function openArticleStore(database: Database): ArticleStore {
  const { run } = database;
  return {
    articlesBySlug: (slugs) => articlesBySlug(run, slugs),
    filesBySlug: (slugs) => filesBySlug(run, slugs),
    list: ({ after = "", limit }) =>
      run<ListedArticle>(sql`
        SELECT slug, title, language, publisher, published_on AS "publishedOn" FROM articles
        WHERE withdrawn_at IS NULL AND slug > ${after} ORDER BY slug LIMIT ${limit}`),
    changesSince: (change, most = CHANGES_AT_ONCE) => changesSince(run, change, most),
    async countChangesSince(change) {
      const [row] = await run<{ readonly changes: number }>(
        sql`SELECT count(*) AS changes FROM articles WHERE change > ${change}`,
      );
      return row?.changes ?? 0;
    },
    async latestChange() {
      const [row] = await run<{ readonly latest: number }>(
        sql`SELECT coalesce(max(change), 0) AS latest FROM articles`,
      );
      return row?.latest ?? 0;
    },
    async headsOf(slugs) {
      const heads = await run<ArticleHead & { readonly slug: string }>(sql`
        SELECT slug, version, digest, withdrawn_at IS NOT NULL AS "isWithdrawn" FROM articles
        WHERE slug = ANY(${slugs})`);
      return new Map(heads.map(({ slug, ...head }) => [slug, head]));
    },
    async wasOnce(slug, digest) {
      const found = await run(sql`
        SELECT 1 FROM article_versions WHERE slug = ${slug} AND digest = ${digest} LIMIT 1`);
      return found.length > 0;
    },
    write: (writes, origin) => writeArticles(database, writes, origin),
  };
}

async function filesBySlug(
  run: RunStatement,
  slugs: readonly string[],
): Promise<readonly ArticleFile[]> {
  const files = await run<ArticleFile>(sql`
    SELECT file AS path, markdown AS text FROM articles WHERE slug = ANY(${slugs}) AND withdrawn_at IS NULL
    UNION ALL
    SELECT translation.file, translation.markdown FROM article_translations AS translation
    JOIN articles USING (slug) WHERE slug = ANY(${slugs}) AND withdrawn_at IS NULL`);
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

async function articlesBySlug(
  run: RunStatement,
  slugs: readonly string[],
): Promise<ParsedArticles> {
  const files = await filesBySlug(run, slugs);
  const several = await run(sql`SELECT 1 FROM articles WHERE withdrawn_at IS NULL LIMIT 2`);
  const library = parseLibrary(files, [], several.length > 1);
  const sound = library.kind === "loaded" ? library.articles : (library.sound ?? []);
  return {
    articles: tellOthersWords(sound),
    diagnostics: library.kind === "loaded" ? [] : library.diagnostics,
  };
}

type ChangeRow = { readonly slug: string; readonly change: number; readonly withdrawn: boolean };

async function changesSince(
  run: RunStatement,
  change: number,
  { articles, bytes }: MostChanges,
): Promise<ArticleChanges> {
  const rows = await run<ChangeRow>(sql`
    SELECT slug, change, withdrawn FROM (
      SELECT slug, change, withdrawn_at IS NOT NULL AS withdrawn,
        sum(octet_length(markdown)) OVER (ORDER BY change) - octet_length(markdown) AS before
      FROM articles WHERE change > ${change} ORDER BY change LIMIT ${articles}
    ) AS next
    WHERE before < ${bytes} ORDER BY change`);
  const slugs = (areWithdrawn: boolean) =>
    rows.filter(({ withdrawn }) => withdrawn === areWithdrawn).map(({ slug }) => slug);
  return { latest: rows.at(-1)?.change ?? change, changed: slugs(false), withdrawn: slugs(true) };
}
