import type { ArticleEdit } from "./article-edit.ts";
import type { ArticleRef, Folders } from "./article-folders.ts";
import { editFile, saveFile, undoEdit } from "./change-file.ts";
import { type Journal, type JournalEntry, openJournal } from "./journal.ts";
import { discardDraft, moveFile } from "./move-file.ts";
import {
  isUnchanged,
  listArticles,
  type ListedArticle,
  openArticle,
  type OpenedArticle,
} from "./open-article.ts";

/** What became of an action; the article as it is now goes with it where there is one. */
export type DeskOutcome =
  | {
      readonly kind: "done";
      readonly opened: OpenedArticle | undefined;
      /** The version that was replaced. */
      readonly before?: string;
    }
  /** Somebody else changed just this, so nothing was done. */
  | { readonly kind: "conflict"; readonly opened: OpenedArticle | undefined }
  | {
      readonly kind: "refused";
      readonly why: string;
      /** The text of the edit that has the mistake. */
      readonly field?: string;
      readonly opened: OpenedArticle | undefined;
    };

/** The folders, the journal and the clock that all actions share. */
export type EditorialState = {
  readonly folders: Folders;
  readonly journal: Journal;
  /** ISO 8601. */
  readonly at: () => string;
};

export type Editorial = {
  readonly list: () => readonly ListedArticle[];
  readonly open: (ref: ArticleRef) => OpenedArticle | undefined;
  readonly isUnchanged: (ref: ArticleRef, version: string) => boolean;
  /** `seen`: what the editor saw of the passage, the person or the questions that the edit changes. */
  readonly edit: (ref: ArticleRef, seen: string, edit: ArticleEdit, by: string) => DeskOutcome;
  readonly undo: (ref: ArticleRef, by: string) => DeskOutcome;
  /** A draft becomes an article, or an article a draft again. */
  readonly move: (ref: ArticleRef, by: string) => DeskOutcome;
  /** Deletes a draft. The journal keeps its text. */
  readonly discard: (ref: ArticleRef, by: string) => DeskOutcome;
  /** Writes a new or updated article; says why if its file is no longer as `before` has it, or cannot be written. */
  readonly save: (
    ref: ArticleRef,
    before: string | undefined,
    after: string,
    by: string,
  ) => string | undefined;
  readonly journal: () => readonly JournalEntry[];
};

export type EditorialOptions = {
  readonly folders: Folders;
  /** Holds the journal and the versions of texts. */
  readonly journalDir: string;
  readonly now: () => Date;
};

/**
 * Everything that changes an article from the desk. Files are read anew for every action and written at once, so that
 * other programs may change them at any time.
 */
export function openEditorial({ folders, journalDir, now }: EditorialOptions): Editorial {
  const state = { folders, journal: openJournal(journalDir), at: () => now().toISOString() };
  return {
    list: () => listArticles(state),
    open: (ref) => openArticle(state, ref),
    isUnchanged: (ref, version) => isUnchanged(state, ref, version),
    edit: (ref, seen, edit, by) => editFile(state, ref, { seen, edit, by }),
    undo: (ref, by) => undoEdit(state, ref, by),
    move: (ref, by) => moveFile(state, ref, by),
    discard: (ref, by) => discardDraft(state, ref, by),
    save: (ref, before, after, by) => saveFile(state, ref, { before, after, by }),
    journal: state.journal.entries,
  };
}
