import { setTimeout as pause } from "node:timers/promises";
import { type PageFetcher, pageFetcher } from "../../import/fetch/fetch-page.ts";
import type { Folders } from "./article-folders.ts";
import { openReaders, type ReadersOptions } from "../readers/readers.ts";
import type { DeskParts } from "./desk-routes.ts";
import { openEditorial } from "./editorial.ts";
import { importDraft } from "./import-draft.ts";

type DeskOptions = Pick<ReadersOptions, "current" | "questions"> & {
  readonly folders: Folders;
  readonly journalDir: string;
  /** Also imports pages of this machine: for tests. */
  readonly allowsLocalPages?: boolean | undefined;
};

/** What a desk does to articles, wherever its page is served. */
export function openDesk({
  folders,
  journalDir,
  current,
  questions,
  allowsLocalPages = false,
}: DeskOptions): Pick<DeskParts, "editorial" | "importDraft" | "readers"> & {
  readonly fetcher: PageFetcher;
  /** Waits until the process may be busy for some tenths of a second. */
  readonly turn: () => Promise<unknown>;
  readonly close: () => Promise<void>;
} {
  const editorial = openEditorial({ folders, journalDir, now });
  const turn = takeTurns();
  const fetcher = pageFetcher({ allowsLocal: allowsLocalPages });
  const { fetchPage, close } = fetcher;
  return {
    editorial,
    readers: openReaders({ folders, journalDir, editorial, current, questions, now }),
    importDraft: (source, by) => importDraft(source, by, { folders, editorial, fetchPage, turn }),
    fetcher,
    turn,
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

function now(): Date {
  return new Date();
}
