import { join } from "node:path";
import type { Article } from "../../article/article.ts";
import { passagesOf } from "../../article/editing/edited-text.ts";
import { translationProblems } from "../../article/loading/translation-problems.ts";
import { writeArticleFile } from "../../files/write-article-file.ts";
import { applyArticleEdit, type ArticleEdit } from "./article-edit.ts";
import { type ArticleRef, pathOf, articleText } from "./article-folders.ts";
import { aboutOf, questionsOf, seenOf, seenOfPassage, seenOfSection } from "./article-view.ts";
import { describeEdit } from "./describe-edit.ts";
import type { EditorialState, DeskOutcome } from "./editorial.ts";
import { type JournalEntry, versionOf } from "./journal.ts";
import { openArticle, readFile } from "./open-article.ts";

type Edit = { readonly seen: string; readonly edit: ArticleEdit; readonly by: string };

/** Makes an edit, unless what it is about is no longer as the editor saw it. */
export function editFile(
  state: EditorialState,
  ref: ArticleRef,
  { seen, edit, by }: Edit,
): DeskOutcome {
  const refuse = (why: string, field?: string): DeskOutcome => {
    const opened = openArticle(state, ref);
    return { kind: "refused", why, opened, ...(field !== undefined && { field }) };
  };
  const read = readFile(state, ref);
  if ("why" in read) return refuse(read.why);
  const { path, text, parsed } = read;
  const { article } = parsed;
  if (seenBy(edit, article) !== seen) return { kind: "conflict", opened: openArticle(state, ref) };

  const edited = applyArticleEdit(text, ref.name, article, edit);
  if (edited.kind === "problem") return refuse(edited.message, edited.field);
  const [misfit] = translationProblems(path, edited.text);
  if (misfit !== undefined) return refuse(misfit);
  if (edited.text !== text) {
    const what = describeEdit(edit, article);
    const entry = { at: state.at(), by, did: "edit", ...ref, what } as const;
    const why = replaceText(state, path, entry, { before: text, after: edited.text });
    if (why !== undefined) return refuse(why);
  }
  return { kind: "done", opened: openArticle(state, ref), before: versionOf(text) };
}

/** Takes the last edit back, if nothing was saved since. */
export function undoEdit(state: EditorialState, ref: ArticleRef, by: string): DeskOutcome {
  const { folders, journal } = state;
  const refuse = (why: string) =>
    ({ kind: "refused", why, opened: openArticle(state, ref) }) as const;
  const last = journal.lastEdit(ref);
  const before = last?.before === undefined ? undefined : journal.textOf(last.before);
  const path = pathOf(folders, ref);
  const found = articleText(folders, ref);
  if (!last || before === undefined || path === undefined || "problem" in found) {
    return refuse("There is nothing to undo.");
  }
  if (versionOf(found.text) !== last.after) return refuse(SAVED_SINCE);
  const entry = { at: state.at(), by, did: "undo", ...ref, what: last.what } as const;
  const why = replaceText(state, path, entry, { before: found.text, after: before });
  if (why !== undefined) return refuse(why);
  return { kind: "done", opened: openArticle(state, ref), before: versionOf(found.text) };
}

const SAVED_SINCE =
  "The file has been saved elsewhere since: undoing here would take those changes back too.";

type Import = {
  readonly before: string | undefined;
  readonly after: string;
  readonly by: string;
};

/** Writes an import. Says why if it does not: the file is no longer as `before` has it, for example. */
export function saveFile(
  state: EditorialState,
  ref: ArticleRef,
  { before, after, by }: Import,
): string | undefined {
  const path = join(state.folders[ref.state], ref.name);
  const entry = { at: state.at(), by, did: "import", ...ref, what: "" } as const;
  return replaceText(state, path, entry, { before, after });
}

type Texts = { readonly before: string | undefined; readonly after: string };

/** Keeps what is replaced, writes the file and enters it in the journal. Says why if the file cannot be written. */
export function replaceText(
  { journal }: EditorialState,
  path: string,
  entry: Omit<JournalEntry, "before" | "after">,
  { before, after }: Texts,
): string | undefined {
  const versions = {
    ...(before !== undefined && { before: journal.keep(before) }),
    after: journal.keep(after),
  };
  const why = writeArticleFile(path, after, before);
  if (why === undefined) journal.add({ ...entry, ...versions });
  return why;
}

/** What an editor has to have seen to make this edit; "" if it takes nothing back. */
function seenBy(edit: ArticleEdit, article: Article): string {
  switch (edit.do) {
    case "attribute":
    case "confirm":
    case "describe":
      return seenOfPassage(passagesOf(article).find(({ id }) => id === edit.passage));
    case "person":
      return edit.id === undefined ? "" : seenOf(article.people.find(({ id }) => id === edit.id));
    case "merge":
    case "remove-person":
      return seenOf(article.people.find(({ id }) => id === edit.person));
    case "section":
      return seenOfSection(article.sections.find(({ id }) => id === edit.section));
    case "about":
      return seenOf(aboutOf(article));
    case "questions":
      return seenOf(questionsOf(article));
  }
}
