import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openAnswerCache } from "../../answer/answer-cache.ts";
import type { Outcome } from "../../answer/answer-question.ts";
import { openArchiveSource } from "../../answer/archive-source.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { Database } from "../../database/database.ts";
import type { Log } from "../../logging/log.ts";
import { type Answerers, hasNoContacts, openAnswerers } from "../current-content.ts";
import { openArticleStore } from "../store/article-store.ts";
import { followStore, type Update } from "../store/follow-store.ts";
import { openArchiveIndexer } from "./archive-indexer.ts";
import { articleLookupInDatabase } from "./article-lookup-in-database.ts";
import { openDatabaseArchive } from "./database-archive.ts";

type ArchivedContentParts = {
  /** The folder of articles, which may be empty or missing. */
  readonly folder: string;
  readonly stateDir: string;
  readonly database: Database;
  readonly log: Log;
  readonly signal: AbortSignal;
};

type ArchivedContent = {
  readonly articles: ArticleLookup;
} & Answerers;

/**
 * An answer is no older, since other replicas may have taken up an edit. Readers of an article press the same buttons. Each answer
 * keeps what it was found in, up to a megabyte.
 */
const KEPT_ANSWERS = { max: 6, maxAgeMs: 2000 };
/** Whoever published an article waits as long for it to be answered from; many at once take longer. */
const TAKE_UP_MS = 10_000;
const RETRY_MS = 500;

/** Answers from the articles in the database, with those of the folder in it; none is kept in memory. */
export async function openArchivedContent(parts: ArchivedContentParts) {
  const { folder, stateDir, database, log, signal } = parts;
  const store = openArticleStore(database);
  const opened = openAnswers(database);
  const index = openArchiveIndexer({ database, store, onRestored: opened.reopen, log, signal });

  async function takeUp(): Promise<void> {
    const enough = new AbortController();
    const patience = sleep(TAKE_UP_MS, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([index(), patience]);
    enough.abort();
  }

  const knownFile = join(stateDir, "articles-in-database.json");
  const { update, refresh } = followStore({ folder, knownFile, store, takeUp, log, signal });
  // What was saved while the database was away is due when it is back.
  const onConnected = () => void refresh();
  database.listen("articles", { onNotice: () => void index(), onConnected });
  const starting = startFollowing(update, signal);
  await Promise.race([starting, untilThereAreAny(opened.content.articles, signal)]);
  return { content: opened.content, reload: async () => (await update()) === "taken-up" };
}

async function startFollowing(update: () => Promise<Update>, signal: AbortSignal): Promise<void> {
  while ((await update()) === "waiting" && !signal.aborted) await pause(RETRY_MS, signal);
}

/** Many articles take minutes; readers are answered from those that are there. */
async function untilThereAreAny({ count }: ArticleLookup, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await count().catch(() => 0)) === 0) await pause(RETRY_MS, signal);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

/** `reopen` forgets what was read of the archive. */
function openAnswers(database: Database) {
  const open = () => {
    const archive = openDatabaseArchive(database, now);
    const cached = openAnswerCache<Promise<Outcome>>(hasNoContacts, KEPT_ANSWERS);
    return { archive, ...openAnswerers(openArchiveSource(archive), cached) };
  };
  let current = open();
  const articles = (slugs: readonly string[]) => current.archive.articles(slugs);
  const content: ArchivedContent = {
    articles: articleLookupInDatabase(database, { articles }, now),
    answerQuestion: (...asked) => current.answerQuestion(...asked),
    answerInBackground: (...asked) => current.answerInBackground(...asked),
  };
  const reopen = () => {
    current = open();
  };
  return { content, reopen };
}

function now(): number {
  return performance.now();
}
