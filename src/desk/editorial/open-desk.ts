import { setTimeout as pause } from "node:timers/promises";
import { pageFetcher } from "../../import/fetch/fetch-page.ts";
import type { Folders } from "./article-folders.ts";
import type { DeskParts } from "./desk-routes.ts";
import { openEditorial } from "./editorial.ts";
import { importDraft } from "./import-draft.ts";

type DeskOptions = {
  readonly folders: Folders;
  readonly journalDir: string;
  /** Also imports pages of this machine: for tests. */
  readonly allowsLocalPages?: boolean | undefined;
};

/** What a desk does to articles, wherever its page is served. */
export function openDesk({ folders, journalDir, allowsLocalPages = false }: DeskOptions): Pick<
  DeskParts,
  "editorial" | "importDraft"
> & {
  readonly close: () => Promise<void>;
} {
  const editorial = openEditorial({ folders, journalDir, now: () => new Date() });
  const turn = takeTurns();
  const { fetchPage, close } = pageFetcher({ allowsLocal: allowsLocalPages });
  return {
    editorial,
    importDraft: (source, by) => importDraft(source, by, { folders, editorial, fetchPage, turn }),
    close,
  };
}

/** Long enough for readers' questions and pages between two imports. */
const PAUSE_MS = 20;

/** Lets one wait after the other, so that imports at the same time do not keep the bot from answering. */
function takeTurns(): () => Promise<unknown> {
  let last: Promise<unknown> = Promise.resolve();
  return () => (last = last.then(() => pause(PAUSE_MS)));
}
