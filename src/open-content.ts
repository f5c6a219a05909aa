import type { ArticleLookup } from "./article/article-lookup.ts";
import type { Article } from "./article/article.ts";
import type { Config } from "./config/config.ts";
import { openArchivedContent } from "./content/archive/open-archived-content.ts";
import { type Answerers, openCurrentContent } from "./content/current-content.ts";
import {
  createReloader,
  logReloads,
  logUnsaved,
  type ReloadOptions,
  watchContent,
} from "./content/hot-reload.ts";
import type { FirstContent } from "./content/load-content.ts";
import { remarksOnArticles } from "./content/others-words.ts";
import { prepareShown } from "./content/prepare-shown.ts";
import { openStoredContent } from "./content/store/open-stored-content.ts";
import { runForReader, runInBackground } from "./content/run-in-slices.ts";
import { warmUp } from "./content/warm-up.ts";
import type { Database } from "./database/database.ts";
import { handleOtherSignals } from "./delivery/process-signals.ts";
import { describeError } from "./logging/describe-error.ts";
import type { Log } from "./logging/log.ts";

type OpenedContent = {
  readonly content: { readonly articles: ArticleLookup } & Answerers;
  /** Says whether the bot answers from everything in the folder. */
  readonly reload: () => Promise<boolean>;
};

type ContentParts = {
  readonly first: FirstContent;
  readonly database: Database | undefined;
  readonly log: Log;
  readonly signal: AbortSignal;
};

/** The articles and answers about them, reloaded on SIGHUP and, if configured, on every save. */
export async function openContent(config: Config, parts: ContentParts): Promise<OpenedContent> {
  const { contentDir: folder, followsContent } = config;
  const { log, signal, database } = parts;
  const reloading = { onReload: logReloads(log), signal };
  const { reload, content: opened } = database
    ? await openInDatabase(config, { ...parts, database })
    : openFolderContent(parts, reloading);
  const content = {
    ...opened,
    answerQuestion: prepareShown(opened.answerQuestion, runForReader),
    answerInBackground: prepareShown(opened.answerInBackground, runInBackground),
  };
  handleOtherSignals(reload, log);
  if (followsContent) {
    watchContent(folder, reload, reloading);
    // What was saved between the first reading and now.
    if (database) void reload();
  }
  if (!signal.aborted) await prepareForReaders(content, log);
  return { content, reload };
}

function openFolderContent({ first, log }: ContentParts, reloading: ReloadOptions): OpenedContent {
  const given = first.take();
  if (given.unsaved) logUnsaved(log, given.unsaved);
  const { content, all, replace } = openCurrentContent(given);
  logRemarks(all(), log);
  return { content, reload: createReloader(first.reader, replace, reloading) };
}

/** All in memory take gigabytes from some hundred thousand passages on. */
const MANY_ARTICLES = 3000;

async function openInDatabase(
  { contentDir: folder, stateDir, answersFromDatabase }: Config,
  { database, log, signal }: ContentParts & { readonly database: Database },
): Promise<OpenedContent> {
  const parts = { folder, stateDir, database, log, signal };
  if (answersFromDatabase) return openArchivedContent(parts);
  const { all, ...opened } = await openStoredContent(parts);
  logRemarks(all(), log);
  const articles = all().length;
  if (articles >= MANY_ARTICLES)
    log("all articles are kept in memory; ANSWER_FROM_DATABASE=yes answers from the database", {
      articles,
    });
  return opened;
}

function logRemarks(articles: readonly Article[], log: Log): void {
  for (const remark of remarksOnArticles(articles)) log(remark);
}

async function prepareForReaders(
  { articles, answerQuestion }: OpenedContent["content"],
  log: Log,
): Promise<void> {
  try {
    if ((await articles.count()) > 0) await warmUp(answerQuestion);
  } catch (error) {
    log("the first answers take longer", { error: describeError(error) });
  }
}
