import type { Diagnostic } from "../../article/diagnostic.ts";
import type { Database, RunStatement } from "../../database/database.ts";
import { databaseProblem } from "../../database/database-problem.ts";
import { sql } from "../../database/statement.ts";
import type { ArticleStore } from "../store/article-store.ts";
import type { BatchPreparer } from "./batch-preparer.ts";
import type { PreparedBatch } from "./batch-rows.ts";
import { ARCHIVE_FORM } from "./archive-form.ts";
import { writeBatch } from "./write-archive.ts";

export type WriterParts = {
  readonly database: Database;
  readonly store: ArticleStore;
  readonly preparer: Pick<BatchPreparer, "prepare">;
};

/** Articles that have changed, ready to be written. */
export type ReadyChanges = {
  /** The archive has everything up to `from`, and then up to `until`. */
  readonly from: number;
  readonly until: number;
  readonly slugs: readonly string[];
  readonly batch: PreparedBatch;
  /** Ids of the articles that they replace. */
  readonly replaced: readonly number[];
};

/** Somebody else has written to the archive meanwhile: nothing was written. */
export class ArchiveMoved extends Error {
  override message = "somebody else has written to the archive";
}

/** A batch is written in one transaction, which takes some seconds; to read it takes some sixty times the memory of its text. */
const AT_ONCE = { articles: 100, bytes: 2_000_000 };
const STATEMENT_TIMEOUT_MS = 60_000;

type Changes = Pick<ReadyChanges, "from" | "until" | "slugs"> & {
  /** For the articles, higher than all before. */
  readonly ids: readonly number[];
};

/** The next articles that have changed since `from`; nothing if there are none. */
export async function changesAfter(
  from: number,
  { database, store }: WriterParts,
): Promise<Changes | undefined> {
  const changes = await store.changesSince(from, AT_ONCE);
  if (changes.latest === from) return undefined;
  const slugs = [...changes.changed, ...changes.withdrawn];
  return { from, until: changes.latest, slugs, ids: await reserveIds(slugs.length, database) };
}

async function reserveIds(count: number, { run }: Database): Promise<readonly number[]> {
  const rows = await run<{ readonly id: number }>(sql`
    SELECT nextval('archive_article_ids')::integer AS id FROM generate_series(1, ${count}::integer)`);
  return rows.map(({ id }) => id);
}

export async function prepareChanges(
  { ids, ...changes }: Changes,
  parts: WriterParts,
): Promise<ReadyChanges> {
  return { ...changes, ...(await prepareArticles(changes.slugs, ids, parts)) };
}

type Stored = { readonly id: number; readonly counts: Buffer };

async function prepareArticles(
  slugs: readonly string[],
  ids: readonly number[],
  { database, store, preparer }: WriterParts,
): Promise<Pick<ReadyChanges, "batch" | "replaced">> {
  const [files, gone] = await Promise.all([
    store.filesBySlug(slugs),
    database.run<Stored>(sql`SELECT id, counts FROM archive_articles WHERE slug = ANY(${slugs})`),
  ]);
  const batch = await preparer.prepare({ files, ids, gone });
  return { batch, replaced: gone.map(({ id }) => id) };
}

/** Writes all of it, or nothing. Resolves with the mistakes of the articles that were left out. */
export async function writeChanges(
  { from, until, slugs, batch, replaced }: ReadyChanges,
  parts: WriterParts,
): Promise<readonly Diagnostic[]> {
  try {
    await writeAll(parts, from, until, [{ slugs, batch, replaced }]);
    return batch.diagnostics;
  } catch (error) {
    if (error instanceof ArchiveMoved || databaseProblem(error).kind !== "fault") throw error;
    return writeEach(from, until, slugs, parts);
  }
}

/** Removes articles that have been deleted for good, before all others are indexed again. */
export async function removeOrphans(parts: WriterParts): Promise<void> {
  const orphans = await parts.database.run<{ readonly slug: string }>(
    sql`SELECT slug FROM archive_articles EXCEPT SELECT slug FROM articles`,
  );
  if (orphans.length === 0) return;
  const slugs = orphans.map(({ slug }) => slug);
  await writeAll(parts, 0, 0, [{ slugs, ...(await prepareArticles(slugs, [], parts)) }]);
}

type Part = Pick<ReadyChanges, "slugs" | "batch" | "replaced">;

async function writeAll(
  { database }: WriterParts,
  from: number,
  until: number,
  all: readonly Part[],
): Promise<void> {
  const outcome = await database.transaction(
    async (run) => {
      if (await hasMoved(run, from, all)) return "moved";
      for (const { batch, replaced } of all) await writeBatch(run, batch, replaced);
      await run(sql`UPDATE archive_progress SET change = ${until}`);
      return "written";
    },
    { statementTimeoutMs: STATEMENT_TIMEOUT_MS },
  );
  if (outcome === "moved") throw new ArchiveMoved();
}

/** What is replaced must be what was read, for its counts are taken away. The row of progress keeps others out until the end. */
async function hasMoved(run: RunStatement, from: number, all: readonly Part[]): Promise<boolean> {
  const [progress] = await run(sql`
    SELECT 1 FROM archive_progress WHERE change = ${from} AND form = ${ARCHIVE_FORM} FOR UPDATE`);
  if (!progress) return true;
  const slugs = all.flatMap((part) => part.slugs);
  const stored = await run<{ readonly id: number }>(
    sql`SELECT id FROM archive_articles WHERE slug = ANY(${slugs})`,
  );
  const known = new Set(all.flatMap(({ replaced }) => replaced));
  if (stored.length !== known.size || stored.some(({ id }) => !known.has(id))) return true;
  return !(await areHighest(
    run,
    all.flatMap(({ batch }) => batch.articles.ids),
  ));
}

/** Lists of postings are in the order of ids. Others have been written since if these are not the highest. */
async function areHighest(run: RunStatement, [first]: readonly number[]): Promise<boolean> {
  if (first === undefined) return true;
  const [row] = await run<{ readonly highest: number | null }>(
    sql`SELECT max(id) AS highest FROM archive_articles`,
  );
  return first > (row?.highest ?? 0);
}

/** What the database refuses of one article does not keep the others out. */
async function writeEach(
  from: number,
  until: number,
  slugs: readonly string[],
  parts: WriterParts,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const slug of slugs) {
    const ids = await reserveIds(1, parts.database);
    const own = await prepareArticles([slug], ids, parts);
    try {
      await writeAll(parts, from, from, [{ slugs: [slug], ...own }]);
      diagnostics.push(...own.batch.diagnostics);
    } catch (error) {
      const { kind, code } = databaseProblem(error);
      if (error instanceof ArchiveMoved || kind !== "fault") throw error;
      const message = `the database refuses this article (${code}), which stays as it was: undo the last change`;
      diagnostics.push({ file: `${slug}.md`, line: 1, message });
    }
  }
  await writeAll(parts, from, until, []);
  return diagnostics;
}
