import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../database/database.ts";
import type { Log } from "../../logging/log.ts";
import { indexedHere } from "../content-reader.ts";
import { openCurrentContent } from "../current-content.ts";
import { openArticleStore } from "./article-store.ts";
import { followInMemory } from "./follow-in-memory.ts";

type StoredContentParts = {
  /** The folder of articles, which may be empty or missing. */
  readonly folder: string;
  readonly stateDir: string;
  readonly database: Database;
  readonly log: Log;
  readonly signal: AbortSignal;
};

const RETRY_MS = 500;

/** The articles of the database, with those of the folder in it, and answers about them. */
export async function openStoredContent({
  folder,
  stateDir,
  database,
  log,
  signal,
}: StoredContentParts) {
  const { content, all, replace } = openCurrentContent(indexedHere([]));
  const update = followInMemory({
    folder,
    knownFile: join(stateDir, "articles-in-database.json"),
    store: openArticleStore(database),
    listen: database.listen,
    onArticles: (articles) => replace(indexedHere(articles), signal),
    log,
    signal,
  });
  while ((await update()) === "waiting" && !signal.aborted) {
    await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
  return { content, all, reload: async () => (await update()) === "taken-up" };
}
