import { formatDiagnostic } from "../../article/diagnostic.ts";
import { passagesOf } from "../../article/editing/edited-text.ts";
import { parseArticle } from "../../article/parsing/parse-article.ts";
import type { ReadArticle } from "../../import/review/pair-sentences.ts";
import {
  type ArticleRef,
  type ArticleState,
  articlesIn,
  changedAt,
  pathOf,
  articleText,
} from "./article-folders.ts";
import { type ArticleView, countForReview, viewArticle } from "./article-view.ts";
import type { EditorialState } from "./editorial.ts";
import { versionOf } from "./journal.ts";

/** A line of the list of articles. */
export type ListedArticle = ArticleRef & {
  readonly title: string;
  readonly language: string;
  /** ISO 8601. */
  readonly changedAt: string;
  readonly forReview: number;
  /** Nobody has marked who says what. */
  readonly lacksSpeakers: boolean;
  readonly passages: number;
  readonly mistakes: readonly string[];
};

/** What is wrong in a file, with the paragraph or line of it that is meant. */
type MistakeView = {
  readonly line: number;
  readonly message: string;
  readonly near: string;
};

export type OpenedArticle = ArticleRef & {
  readonly version: string;
  readonly canUndo: boolean;
  readonly mistakes: readonly MistakeView[];
  /** None while the file has mistakes. */
  readonly article: ArticleView | undefined;
};

/** Drafts first. */
export function listArticles(state: EditorialState): ListedArticle[] {
  return (["draft", "published"] as const).flatMap((one) => listFolder(state, one));
}

/** Who says what is proposed only for an article that is opened: for all of them it would take seconds. */
function listFolder(state: EditorialState, folder: ArticleState): ListedArticle[] {
  return articlesIn(state.folders, folder).map((ref) => {
    const read = readFile(state, ref);
    const article = "why" in read ? undefined : read.parsed.article;
    return {
      ...ref,
      title: article?.title ?? ref.name,
      language: article?.language ?? "",
      changedAt: new Date(changedAt(state.folders, ref)).toISOString(),
      forReview: article ? countForReview(article) : 0,
      lacksSpeakers: article?.lacksSpeakers === true,
      passages: article ? passagesOf(article).length : 0,
      mistakes: "why" in read ? read.why.split("\n") : [],
    };
  });
}

/** Whether a file is still as a page has it. */
export function isUnchanged(
  { folders }: EditorialState,
  ref: ArticleRef,
  version: string,
): boolean {
  const found = articleText(folders, ref);
  return "text" in found && versionOf(found.text) === version;
}

/** An article as the page shows it; `undefined` if there is no such file. */
export function openArticle(state: EditorialState, ref: ArticleRef): OpenedArticle | undefined {
  return pathOf(state.folders, ref) === undefined ? undefined : viewFile(state, ref);
}

function viewFile({ folders, journal, propose }: EditorialState, ref: ArticleRef): OpenedArticle {
  const found = articleText(folders, ref);
  if ("problem" in found) {
    const mistakes = [{ line: 1, message: found.problem, near: "" }];
    return { ...ref, version: "", canUndo: false, mistakes, article: undefined };
  }
  const version = versionOf(found.text);
  const canUndo = journal.lastEdit(ref)?.after === version;
  const parsed = parseArticle(found.text, ref.name);
  const diagnostics = parsed.kind === "faulty" ? parsed.diagnostics : [];
  const mistakes = diagnostics.map(({ line, message }) => {
    return { line, message, near: paragraphAt(found.text, line) };
  });
  const article = parsed.kind === "parsed" ? viewArticle(parsed, propose) : undefined;
  return { ...ref, version, canUndo, mistakes, article };
}

/** Enough to know it again. */
const MAX_SHOWN = 400;
const BLANK = /^\s*$/u;

/** The lines around one, up to the blank ones; in front matter, the line alone. */
function paragraphAt(text: string, line: number): string {
  const lines = text.split("\n");
  const at = Math.min(line, lines.length) - 1;
  const isFrontMatter = lines[0]?.startsWith("---") === true && lines.indexOf("---", 1) >= at;
  const start = isFrontMatter
    ? at
    : lines.findLastIndex((one, place) => place < at && BLANK.test(one)) + 1;
  const end = lines.findIndex((one, place) => place > at && (isFrontMatter || BLANK.test(one)));
  const shown = lines
    .slice(start, end < 0 ? lines.length : end)
    .join("\n")
    .trim();
  return shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN)}…` : shown;
}

/** A file that can be edited: readable, and without mistakes. */
export type ReadFile = {
  readonly path: string;
  readonly text: string;
  readonly parsed: ReadArticle;
};

export function readFile(
  { folders }: EditorialState,
  ref: ArticleRef,
): ReadFile | { readonly why: string } {
  const path = pathOf(folders, ref);
  const found = articleText(folders, ref);
  if ("problem" in found || path === undefined) {
    return { why: "problem" in found ? found.problem : "" };
  }
  const parsed = parseArticle(found.text, ref.name);
  return parsed.kind === "parsed"
    ? { path, text: found.text, parsed }
    : { why: parsed.diagnostics.map(formatDiagnostic).join("\n") };
}
