import type { ArticleEdit } from "./article-edit.ts";
import type { ArticleRef, Folders } from "./article-folders.ts";
import { editFile, saveFile, undoEdit } from "./change-file.ts";
import { addGolden, type GoldenLine, type GoldenOutcome, removeGolden } from "./change-golden.ts";
import {
  addKeywords,
  type KeywordsEdit,
  type KeywordsOutcome,
  removeKeywords,
  type WrittenKeywords,
} from "./change-keywords.ts";
import type { GoldenEntry } from "./golden-entry.ts";
import { type Journal, type JournalEntry, openJournal } from "./journal.ts";
import { openProposals } from "./article-view.ts";
import { finishMoves } from "./finish-moves.ts";
import { discardDraft, moveFile } from "./move-file.ts";
import { proposeSpeakers } from "./propose-speakers.ts";
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
      /** The disk refuses it, whatever the article. */
      readonly isDisk?: boolean;
      /** The text of the edit that has the mistake. */
      readonly field?: string;
      readonly opened: OpenedArticle | undefined;
    };

/** The folders, the journal and the clock that all actions share. */
export type EditorialState = {
  readonly folders: Folders;
  readonly journal: Journal;
  readonly propose: ReturnType<typeof openProposals>;
  /** ISO 8601. */
  readonly at: () => string;
};

export type Editorial = {
  readonly list: () => readonly ListedArticle[];
  readonly open: (ref: ArticleRef) => OpenedArticle | undefined;
  readonly isUnchanged: (ref: ArticleRef, version: string) => boolean;
  /** `seen`: what the editor saw of the passage, the person or the questions that the edit changes. */
  readonly edit: (ref: ArticleRef, seen: string, edit: ArticleEdit, by: string) => DeskOutcome;
  /** Marks who says what as import would, where nobody has marked anything. */
  readonly proposeSpeakers: (ref: ArticleRef, by: string) => DeskOutcome;
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
  /** Adds a question to the article's golden ones. */
  readonly addGolden: (
    ref: ArticleRef,
    question: GoldenEntry & { readonly language: string; readonly by: string },
  ) => GoldenOutcome;
  /** Takes it out again; says why if it does not. */
  readonly removeGolden: (line: GoldenLine, by: string) => string | undefined;
  /** Adds words by which readers look for a passage. */
  readonly addKeywords: (
    ref: ArticleRef,
    edit: KeywordsEdit & { readonly language: string },
  ) => KeywordsOutcome;
  /** Takes them out again; says why if it does not. */
  readonly removeKeywords: (
    ref: ArticleRef,
    edit: KeywordsEdit,
    written: WrittenKeywords,
  ) => string | undefined;
  /** Readers' questions need nothing: enters that in the journal. `what`: the answers, not the questions' words. */
  readonly dismiss: (ref: ArticleRef, what: string, by: string) => void;
  readonly journal: () => readonly JournalEntry[];
};

export type EditorialOptions = {
  readonly folders: Folders;
  /** Holds the journal and the versions of texts. */
  readonly journalDir: string;
  readonly now: () => Date;
};

/**
 * Everything that changes an article from the desk. Files are read again for every action and written at once, so that
 * other programs may change them at any time.
 */
export function openEditorial({ folders, journalDir, now }: EditorialOptions): Editorial {
  const state = {
    folders,
    journal: openJournal(journalDir),
    propose: openProposals(),
    at: () => now().toISOString(),
  };
  finishMoves(folders, state.journal);
  return {
    list: () => listArticles(state),
    open: (ref) => openArticle(state, ref),
    isUnchanged: (ref, version) => isUnchanged(state, ref, version),
    edit: (ref, seen, edit, by) => editFile(state, ref, { seen, edit, by }),
    proposeSpeakers: (ref, by) => proposeSpeakers(state, ref, by),
    undo: (ref, by) => undoEdit(state, ref, by),
    move: (ref, by) => moveFile(state, ref, by),
    discard: (ref, by) => discardDraft(state, ref, by),
    save: (ref, before, after, by) => saveFile(state, ref, { before, after, by }),
    addGolden: (ref, question) => addGolden(state, ref, question),
    removeGolden: (line, by) => removeGolden(state, line, by),
    addKeywords: (ref, edit) => addKeywords(state, ref, edit),
    removeKeywords: (ref, edit, written) => removeKeywords(state, ref, edit, written),
    dismiss: (ref, what, by) =>
      state.journal.add({ at: state.at(), by, did: "dismiss", ...ref, what }),
    journal: state.journal.entries,
  };
}
