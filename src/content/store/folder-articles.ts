import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Diagnostic } from "../../article/diagnostic.ts";
import { slugOfArticle } from "../../article/loading/attach-translations.ts";
import { articleFilesIn } from "../../article/loading/load-library.ts";
import { parseLibrary } from "../../article/loading/parse-library.ts";
import { type ArticleFile, readArticleFile } from "../../article/loading/read-article-file.ts";
import { digestOfFiles, type StoredArticle } from "./stored-article.ts";

/** The files of an article in the folder. */
export type FolderArticle = {
  readonly digest: string;
  readonly files: readonly ArticleFile[];
  /** Of files that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
};

/** So many files are read between two turns of the event loop: some 10 ms. */
const FILES_A_TURN = 50;

/** The files of a folder by the article that they belong to. An empty or missing folder has none. */
export async function readFolderArticles(
  folder: string,
): Promise<ReadonlyMap<string, FolderArticle>> {
  const read = new Map<string, { files: ArticleFile[]; diagnostics: Diagnostic[] }>();
  for (const [place, name] of (articleFilesIn(folder) ?? []).entries()) {
    if (place % FILES_A_TURN === 0) await nextTurn();
    const path = join(folder, name);
    const slug = slugOfArticle(path);
    const own = read.get(slug) ?? { files: [], diagnostics: [] };
    const found = readArticleFile(folder, path);
    if ("text" in found) own.files.push({ path, text: found.text });
    else own.diagnostics.push(found.diagnostic);
    read.set(slug, own);
  }
  return new Map(
    [...read].map(([slug, own]) => [slug, { ...own, digest: digestOfFiles(own.files) }]),
  );
}

/** Parses it, unless there are mistakes. */
export function parseFolderArticle({
  files,
  diagnostics,
  digest,
}: FolderArticle): StoredArticle | { readonly diagnostics: readonly Diagnostic[] } {
  const library = parseLibrary(files, diagnostics);
  if (library.kind === "faulty") return { diagnostics: library.diagnostics };
  const [article] = library.articles;
  return article ? { article, files, digest } : { diagnostics };
}
