import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../database/database.ts";
import { DatabaseFailure } from "../../database/database-problem.ts";
import { describeError } from "../../logging/describe-error.ts";
import type { Log } from "../../logging/log.ts";
import type { ArticleStore } from "../store/article-store.ts";
import { openBatchPreparer } from "./batch-preparer.ts";
import { indexArticles, readProgress } from "./index-articles.ts";
import { ARCHIVE_FORM } from "./archive-form.ts";
import { ArchiveMoved } from "./write-changes.ts";

type IndexerParts = {
  readonly database: Database;
  readonly store: ArticleStore;
  /** Called when a backup was restored: what was read before may be something else now. */
  readonly onRestored: () => void;
  readonly log: Log;
  readonly signal: AbortSignal;
};

/** Any number that nothing else locks. */
const LOCK = 2784255;
/** While another replica is at it, it is looked after this often whether it is done, or gone. */
const WAIT_MS = 300;
const RETRY_MS = 2000;
/** Answering from nothing without a word would be worse. */
const NEWER_FORM =
  "a newer version of the bot indexes the articles in the database, and this one may not read them: update it, or see going back in docs/database.md";

/**
 * Keeps the archive as the articles in the database are; of several replicas, one does. The function returned is to be called when
 * articles may have changed; its promise, which never rejects, ends when the archive has what they are at the call.
 */
export function openArchiveIndexer(parts: IndexerParts): () => Promise<void> {
  const { database, store, log, signal } = parts;
  const preparer = openBatchPreparer();
  signal.addEventListener("abort", () => void preparer.close());
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let seen = 0;
  let told: string | undefined;

  /** One after another; calls meanwhile share the next run, which sees what they are about. */
  function update(): Promise<void> {
    next ??= running.then(() => {
      next = undefined;
      running = run();
      return running;
    });
    return next;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await isUpToDate()) return;
        const done = await indexExclusively();
        if (done === undefined) await pause(WAIT_MS);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof ArchiveMoved)) tell(error);
        await pause(RETRY_MS);
      }
    }
  }

  async function isUpToDate(): Promise<boolean> {
    const { change, form, isBehind, isAhead } = await readProgress(database);
    if (change < seen) parts.onRestored();
    seen = change;
    if (form > ARCHIVE_FORM) {
      tellOnce(NEWER_FORM);
      return true;
    }
    const isDone = form === ARCHIVE_FORM && !isBehind && !isAhead;
    if (isDone) told = undefined;
    return isDone;
  }

  /** Errors leave as values: they are not those of the connection that has the lock. */
  async function indexExclusively(): Promise<object | undefined> {
    const work = () => indexArticles({ database, store, preparer, log, signal });
    const outcome = await database.exclusively(LOCK, () =>
      work().then(
        () => ({}),
        (error: unknown) => ({ error }),
      ),
    );
    if (outcome && "error" in outcome) throw outcome.error;
    return outcome;
  }

  /** The connections tell of a database that is away. */
  function tell(error: unknown): void {
    const why = error instanceof DatabaseFailure ? error.code : describeError(error);
    tellOnce("indexing articles waits", { error: why });
  }

  function tellOnce(sentence: string, fields: Readonly<Record<string, string>> = {}): void {
    const telling = JSON.stringify([sentence, fields]);
    if (telling !== told) log(sentence, fields);
    told = telling;
  }

  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
  return update;
}
