import type { Database } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import type { Log } from "../../logging/log.ts";
import { logMistakes } from "../hot-reload.ts";
import { ARCHIVE_FORM } from "./archive-form.ts";
import {
  changesAfter,
  prepareChanges,
  type ReadyChanges,
  removeOrphans,
  type WriterParts,
  writeChanges,
} from "./write-changes.ts";

type IndexParts = WriterParts & { readonly log: Log; readonly signal: AbortSignal };

type ArchiveProgress = {
  /** The archive has everything up to this change of the articles. */
  readonly change: number;
  readonly form: number;
  /** Articles have changed since. */
  readonly isBehind: boolean;
  /** There was no such change: a backup of an earlier state has replaced the articles. */
  readonly isAhead: boolean;
};

export async function readProgress({ run }: Database): Promise<ArchiveProgress> {
  // Deleting the latest article takes its change away, but not from the sequence.
  const [row] = await run<ArchiveProgress>(sql`
    SELECT change, form, EXISTS (SELECT FROM articles WHERE change > progress.change) AS "isBehind",
      (SELECT last_value FROM article_changes) < change AS "isAhead"
    FROM archive_progress AS progress`);
  if (!row) throw new Error("archive_progress has no row → restore a backup");
  return row;
}

/** Brings the archive up to date; only one process may do so at a time. While a batch is written, the next one is read. */
export async function indexArticles(parts: IndexParts): Promise<void> {
  const { log, signal } = parts;
  const from = await startingPoint(parts);
  const reporting = reportProgress(await parts.store.countChangesSince(from), log);
  const ahead = readAhead(from, parts);
  for (;;) {
    const ready = await ahead.next();
    if (!ready || signal.aborted) break;
    logMistakes(log, await writeChanges(ready, parts));
    await analyseIfGrown(parts.database);
    reporting.written(ready.slugs.length);
  }
  reporting.done();
}

/** As many as there are threads to prepare them. */
const BATCHES_AHEAD = 2;

/** Prepares the next batches while one is written. */
function readAhead(from: number, parts: WriterParts) {
  let last: Promise<number | undefined> = Promise.resolve(from);
  const begun: Promise<ReadyChanges | undefined>[] = [];

  function begin(): void {
    const changes = last.then((at) => (at === undefined ? undefined : changesAfter(at, parts)));
    last = changes.then((own) => own?.until);
    const ready = changes.then((own) => own && prepareChanges(own, parts));
    // They may fail while another one is being written, and are awaited after it.
    last.catch(() => undefined);
    ready.catch(() => undefined);
    begun.push(ready);
  }
  for (let batch = 0; batch < BATCHES_AHEAD; batch += 1) begin();
  return {
    /** None after the last one. */
    async next(): Promise<ReadyChanges | undefined> {
      begin();
      return begun.shift();
    },
  };
}

/** From the beginning if the archive is of another form, or of articles that a backup has replaced. */
async function startingPoint(parts: IndexParts): Promise<number> {
  const { database, log } = parts;
  await catchUpWithIds(database);
  const { change, form, isAhead } = await readProgress(database);
  if (form === ARCHIVE_FORM && !isAhead) return change;
  if (change > 0)
    log("all articles are indexed again", {
      why: isAhead ? "a backup was restored" : "this version of the bot reads them differently",
    });
  await database.run(sql`UPDATE archive_progress SET change = 0, form = ${ARCHIVE_FORM}`);
  await removeOrphans(parts);
  return 0;
}

const ANALYSE_MS = 60_000;

/**
 * PostgreSQL does it by itself within a minute. Until then it may compare each word of a batch with each of the archive, which
 * takes minutes.
 */
async function analyseIfGrown({ run, transaction }: Database): Promise<void> {
  const grown = await run(sql`
    SELECT 1 FROM pg_stat_user_tables JOIN pg_class ON pg_class.oid = relid
    WHERE starts_with(pg_stat_user_tables.relname, 'archive_') AND n_live_tup > 1000 + 1.5 * reltuples LIMIT 1`);
  if (grown.length === 0) return;
  await transaction(
    (analyse) =>
      analyse(sql`
        ANALYZE archive_articles, archive_passages, archive_postings, archive_terms, archive_words, archive_people,
          archive_names`),
    { statementTimeoutMs: ANALYSE_MS },
  );
}

/** Tables may have been restored without their sequence. */
async function catchUpWithIds({ run }: Database): Promise<void> {
  await run(sql`
    SELECT setval('archive_article_ids', highest) FROM (SELECT max(id) AS highest FROM archive_articles) AS own
    WHERE highest > (SELECT last_value FROM archive_article_ids)`);
}

/** Fewer are written in a minute or so. */
const MANY_ARTICLES = 1000;
const REPORT_MS = 30_000;

/** Tells how far it is: now and then if there are many. */
function reportProgress(total: number, log: Log) {
  const start = performance.now();
  const isLong = total >= MANY_ARTICLES;
  let saidAt = start;
  let written = 0;
  if (isLong)
    log("indexing articles in the database; readers get answers from those that are done", {
      articles: total,
    });
  return {
    written(articles: number): void {
      written += articles;
      if (!isLong || performance.now() - saidAt < REPORT_MS) return;
      saidAt = performance.now();
      log("indexing articles", { done: written, of: total });
    },
    done(): void {
      if (written === 0) return;
      const seconds = Math.round((performance.now() - start) / 1000);
      log("articles were indexed in the database", { articles: written, seconds });
    },
  };
}
