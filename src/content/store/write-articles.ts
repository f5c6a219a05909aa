import type { Database, RunStatement } from "../../database/database.ts";
import { sql, type Statement } from "../../database/statement.ts";
import { rowsOfArticle, type StoredArticle } from "./stored-article.ts";

/** An edit of an article. */
export type ArticleWrite = {
  readonly slug: string;
  /** The version that it changes; `undefined` if there was none. */
  readonly expected: number | undefined;
  readonly to: StoredArticle | "withdrawn";
};

export type WriteOutcome =
  | { readonly kind: "written"; readonly version: number }
  /** Somebody else has changed it: nothing was written. */
  | { readonly kind: "conflict" };

/** Any number that nothing else locks. One writer at a time, so that changes are counted in the order they are seen. */
const LOCK = 2784254;

/** Writes articles in one transaction, and tells replicas. */
export function writeArticles(
  database: Database,
  writes: readonly ArticleWrite[],
  origin: string,
): Promise<ReadonlyMap<string, WriteOutcome>> {
  return database.transaction(async (run) => {
    await run(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
    const versions = await versionsOf(run, writes);
    const current = writes.filter(({ slug, expected }) => versions.get(slug) === expected);
    const slugs = current.map(({ slug }) => slug);
    await keepVersions(run, slugs);
    await replaceArticles(run, current, origin);
    await withdrawArticles(run, current, origin);
    if (slugs.length > 0) await run(sql`SELECT pg_notify('articles', '')`);
    const written = new Set(slugs);
    return new Map(
      writes.map(({ slug, expected = 0 }): [string, WriteOutcome] => [
        slug,
        written.has(slug) ? { kind: "written", version: expected + 1 } : { kind: "conflict" },
      ]),
    );
  });
}

async function versionsOf(
  run: RunStatement,
  writes: readonly ArticleWrite[],
): Promise<ReadonlyMap<string, number>> {
  const slugs = writes.map(({ slug }) => slug);
  const rows = await run<{ readonly slug: string; readonly version: number }>(
    sql`SELECT slug, version FROM articles WHERE slug = ANY(${slugs})`,
  );
  return new Map(rows.map(({ slug, version }) => [slug, version]));
}

async function keepVersions(run: RunStatement, slugs: readonly string[]): Promise<void> {
  await run(sql`
    INSERT INTO article_versions (slug, version, digest, files, origin, made_at, withdrawn)
    SELECT slug, version, digest, jsonb_build_object(file, markdown) || coalesce(others.files, '{}'), origin,
      changed_at, withdrawn_at IS NOT NULL
    FROM articles
    LEFT JOIN (
      SELECT slug, jsonb_object_agg(file, markdown) AS files FROM article_translations
      WHERE slug = ANY(${slugs}) GROUP BY slug
    ) AS others USING (slug)
    WHERE slug = ANY(${slugs})`);
}

async function replaceArticles(
  run: RunStatement,
  writes: readonly ArticleWrite[],
  origin: string,
): Promise<void> {
  const rows = writes.flatMap(({ to }) => (to === "withdrawn" ? [] : rowsOfArticle(to)));
  if (rows.length === 0) return;
  const slugs = rows.map(({ article }) => article.slug);
  await run(sql`
    INSERT INTO articles (slug, version, change, digest, language, title, publisher, published_on, published_as,
      file, markdown, origin)
    SELECT slug, 1, nextval('article_changes'), digest, language, title, publisher, published_on, published_as,
      file, markdown, ${origin}
    FROM jsonb_to_recordset(${json(rows.map(({ article }) => article))}) AS given (slug text, digest text,
      language text, title text, publisher text, published_on date, published_as text, file text, markdown text)
    ON CONFLICT (slug) DO UPDATE SET version = articles.version + 1, change = excluded.change,
      digest = excluded.digest, language = excluded.language, title = excluded.title,
      publisher = excluded.publisher, published_on = excluded.published_on, published_as = excluded.published_as,
      file = excluded.file, markdown = excluded.markdown, origin = excluded.origin, changed_at = now(),
      withdrawn_at = NULL`);
  await run(sql`DELETE FROM article_translations WHERE slug = ANY(${slugs})`);
  await run(sql`
    INSERT INTO article_translations
    SELECT * FROM jsonb_to_recordset(${json(rows.flatMap(({ translations }) => translations))})
      AS given (slug text, language text, title text, file text, markdown text)`);
  await run(sql`DELETE FROM article_people WHERE slug = ANY(${slugs})`);
  await run(sql`
    INSERT INTO article_people
    SELECT slug, id, name, capacity, aliases
    FROM jsonb_to_recordset(${json(rows.flatMap(({ people }) => people))})
      AS given (slug text, id text, name text, capacity text, aliases text[])`);
}

function json(values: readonly unknown[]): Statement {
  return sql`${JSON.stringify(values)}::jsonb`;
}

async function withdrawArticles(
  run: RunStatement,
  writes: readonly ArticleWrite[],
  origin: string,
): Promise<void> {
  const slugs = writes.flatMap(({ slug, to }) => (to === "withdrawn" ? [slug] : []));
  if (slugs.length === 0) return;
  await run(sql`
    UPDATE articles SET version = version + 1, change = nextval('article_changes'), origin = ${origin},
      changed_at = now(), withdrawn_at = now()
    WHERE slug = ANY(${slugs})`);
}
