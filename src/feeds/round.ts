import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ImportTargets } from "../import/into-folder/import-targets.ts";
import type { Log } from "../logging/log.ts";
import type { FeedClock } from "./feed-clock.ts";
import type { FeedSettings } from "./feeds-file.ts";
import { addNote, type FeedState, type FollowedPiece } from "./feed-state.ts";
import type { PoliteFetcher } from "./polite-fetcher.ts";

/** A file of an article, by its folder and name. */
type FiledArticle = { readonly state: "published" | "draft"; readonly name: string };

/** What following feeds does to articles. Each action says why if it did nothing. */
export type FeedDesk = {
  readonly folders: { readonly published: string; readonly draft: string };
  /** Writes an article, unless its file is no longer as `before` has it. */
  readonly save: (
    article: FiledArticle,
    before: string | undefined,
    after: string,
  ) => string | undefined;
  readonly publish: (name: string) => string | undefined;
  readonly withdraw: (name: string) => string | undefined;
  /** Called after published articles have changed. */
  readonly onPublished: () => void;
  /** Waits until the process may be busy for some tenths of a second. */
  readonly turn: () => Promise<unknown>;
};

/** What the rounds of all feeds share. */
export type FeedParts = {
  readonly desk: FeedDesk;
  readonly targets: ImportTargets;
  readonly fetcher: PoliteFetcher;
  readonly clock: FeedClock;
  readonly log: Log;
  readonly signal: AbortSignal;
};

/** One feed, looked at once. */
export type Round = FeedParts & {
  readonly settings: FeedSettings;
  readonly state: FeedState;
  /** Whether another feed has brought the piece with one of these addresses. */
  readonly isOthers: (keys: readonly string[]) => boolean;
  /** Keeps the state, so that a kill loses no more than what is in progress. */
  readonly keep: () => void;
};

/** Where the article of a piece is; nowhere if an editor has discarded it. */
export function fileOfPiece(
  { address }: Pick<FollowedPiece, "address">,
  { targets, desk }: Pick<Round, "targets" | "desk">,
): (FiledArticle & { readonly text: string }) | undefined {
  const file = targets.fileOf(address);
  return file === undefined
    ? undefined
    : { ...filedAs(file, desk), text: readFileSync(file, "utf8") };
}

export function filedAs(file: string, { folders }: Pick<FeedDesk, "folders">): FiledArticle {
  const name = basename(file);
  return { state: file === join(folders.published, name) ? "published" : "draft", name };
}

/** Tells editors something, once. */
export function tell({ state, clock, log }: Round, about: string, what: string): void {
  if (addNote(state, clock.now(), about, what))
    log("editors should look at what a feed brought", { of: state.url, about, what });
}
