import type { Diagnostic } from "../../article/diagnostic.ts";
import { databaseProblem } from "../../database/database-problem.ts";
import type { Log } from "../../logging/log.ts";
import { logMistakes } from "../hot-reload.ts";
import { openKnownFolder } from "./known-folder.ts";
import { synchroniseFolder } from "./synchronise-folder.ts";
import type { ArticleStore } from "./article-store.ts";

export type FollowParts = {
  readonly folder: string;
  /** Keeps how the folder was when the database last had it. */
  readonly knownFile: string;
  readonly store: ArticleStore;
  /** Brings what has changed in the database to this process. */
  readonly takeUp: () => Promise<void>;
  readonly log: Log;
  readonly signal: AbortSignal;
};

export type Update =
  /** Everything in the folder and in the database is answered from. */
  | "taken-up"
  /** Everything but articles with mistakes, which have been logged. */
  | "mistakes"
  /** The database does not do it now; it is tried again. */
  | "waiting";

/** A database that is full or read-only is asked again after this; one that was away tells that it is back. */
const RETRY_MS = 5000;

type FollowStore = {
  /** Does both now; says what came of it. */
  readonly update: () => Promise<Update>;
  /** Takes up other replicas' changes without reading the folder, which may be in the middle of an edit. */
  readonly refresh: () => Promise<Update>;
};

/** Brings changes in the folder to the database, and those in the database to this process. */
export function followStore(parts: FollowParts): FollowStore {
  const { folder, store, takeUp, log, signal } = parts;
  const known = openKnownFolder(parts.knownFile, log);
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Update> | undefined;
  let isFolderDue = true;
  let told: string | undefined;
  let retry: NodeJS.Timeout | undefined;
  signal.addEventListener("abort", () => clearTimeout(retry));

  /** One after another; requests meanwhile share the next run, which sees what they are about. */
  function refresh(): Promise<Update> {
    next ??= running.then(() => {
      next = undefined;
      const own = run();
      running = own;
      return own;
    });
    return next;
  }

  async function run(): Promise<Update> {
    clearTimeout(retry);
    if (signal.aborted) return "waiting";
    try {
      const mistakes = await takeFolder();
      logMistakes(log, mistakes);
      await takeUp();
      told = undefined;
      return mistakes.length === 0 ? "taken-up" : "mistakes";
    } catch (error) {
      if (signal.aborted) return "waiting";
      const { kind, what, code } = databaseProblem(error);
      if (kind !== "away") retry = setTimeout(() => void refresh(), RETRY_MS);
      if (code !== told)
        log(`changes of articles wait for the database (${what})`, { error: code });
      told = code;
      return "waiting";
    }
  }

  /** If the database does not take it, it stays due. */
  async function takeFolder(): Promise<readonly Diagnostic[]> {
    if (!isFolderDue) return [];
    isFolderDue = false;
    try {
      return await synchroniseFolder({ folder, store, known, log });
    } catch (error) {
      isFolderDue = true;
      throw error;
    }
  }

  return {
    update() {
      isFolderDue = true;
      return refresh();
    },
    refresh,
  };
}
