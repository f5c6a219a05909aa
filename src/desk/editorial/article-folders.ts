import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isTranslation } from "../../article/loading/attach-translations.ts";
import { readArticleFile } from "../../article/loading/read-article-file.ts";
import { moveTogether } from "../../files/move-whole.ts";
import { slugOfFile } from "../../article/parsing/parse-article.ts";

/** Readers get what is published; a draft waits for an editor. */
export type ArticleState = "published" | "draft";

/** A file by its folder and name: `ferry.md` among the drafts. */
export type ArticleRef = { readonly state: ArticleState; readonly name: string };

export type Folders = Readonly<Record<ArticleState, string>>;

const ARTICLE_FILE = /^[^._/\\][^/\\]*\.md$/iu;

/** The articles of a folder, without translations. */
export function articlesIn(folders: Folders, state: ArticleState): ArticleRef[] {
  return namesIn(folders[state])
    .filter((name) => ARTICLE_FILE.test(name) && !isTranslation({ path: name }))
    .map((name) => ({ state, name }));
}

/** The path of a file that is there; no name leads out of the folder. */
export function pathOf(folders: Folders, { state, name }: ArticleRef): string | undefined {
  const isHere = articlesIn(folders, state).some((one) => one.name === name);
  return isHere ? join(folders[state], name) : undefined;
}

/** A file's text as it is, or why it cannot be read. */
export function articleText(
  folders: Folders,
  ref: ArticleRef,
): { readonly text: string } | { readonly problem: string } {
  const path = pathOf(folders, ref);
  if (path === undefined) return { problem: `There is no ${ref.name} any longer.` };
  const read = readArticleFile(folders[ref.state], path);
  return "text" in read ? { text: read.text } : { problem: read.diagnostic.message };
}

/** An article's files: itself, its translations and golden questions; the article last. */
export function filesOfArticle(folders: Folders, { state, name }: ArticleRef): string[] {
  return namesIn(folders[state])
    .filter((other) => isOfFamily(other, name))
    .toSorted((one, other) => Number(one === name) - Number(other === name));
}

/** Milliseconds since 1970. */
export function changedAt(folders: Folders, { state, name }: ArticleRef): number {
  return statSync(join(folders[state], name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Moves an article with its translations and golden questions. Returns the name that is taken already, if any. */
export function moveArticle(folders: Folders, ref: ArticleRef): string | undefined {
  const { state } = ref;
  const to = state === "draft" ? "published" : "draft";
  const family = filesOfArticle(folders, ref);
  const taken = new Set(namesIn(folders[to]).map((other) => other.toLowerCase()));
  const inTheWay = family.find((other) => taken.has(other.toLowerCase()));
  if (inTheWay !== undefined) return inTheWay;
  mkdirSync(folders[to], { recursive: true });
  // The article comes last where it is published and goes first where it is withdrawn: a translation without its
  // article is a mistake, an article without its translation is not.
  const inOrder = state === "draft" ? family.toReversed() : family;
  moveTogether(
    inOrder.map((other) => ({ from: join(folders[state], other), to: join(folders[to], other) })),
  );
  return undefined;
}

const FAMILY = /^(?<stem>[^.]+)(?:\.[a-z]{2})?(?:\.md|\.questions\.yaml)$/iu;

function isOfFamily(other: string, name: string): boolean {
  const stem = FAMILY.exec(other)?.groups?.["stem"];
  return stem !== undefined && slugOfFile(`${stem}.md`) === slugOfFile(name);
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}
