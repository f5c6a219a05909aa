import { existsSync, readdirSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { catchAsDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { parseLibrary, type LoadedLibrary } from "./parse-library.ts";
import { type ArticleFile, readArticleFile } from "./read-article-file.ts";

const ARTICLE_FILE = /^[^._].*\.md$/iu;

/**
 * Reads every `.md` file in a folder, except in subfolders and except names starting with `_` or `.`.
 * Returns the diagnostics of all files together.
 */
export function loadLibrary(folder: string): LoadedLibrary {
  const found = findArticleFiles(folder);
  return found.kind === "faulty" ? found : loadFiles(folder, found.names);
}

/** The names of a folder's articles and translations, or why there are none. */
export function findArticleFiles(
  folder: string,
):
  | { readonly kind: "found"; readonly names: readonly string[] }
  | Extract<LoadedLibrary, { kind: "faulty" }> {
  const names = articleFilesIn(folder);
  if (names === undefined) {
    return faulty(folder, `there is no such folder: name the folder that holds your articles`);
  }
  if (names.length === 0) {
    return faulty(folder, "there are no articles in this folder: add a Markdown file (`.md`)");
  }
  return { kind: "found", names };
}

/** Reads some files of a folder. `isPart`: there are other articles. */
export function loadFiles(folder: string, names: readonly string[], isPart = false): LoadedLibrary {
  const files: ArticleFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const read = readArticleFile(folder, path);
    if ("diagnostic" in read) diagnostics.push(read.diagnostic);
    else files.push({ path, text: read.text });
  }
  return catchAsDiagnostic(folder, () => parseLibrary(files, diagnostics, isPart));
}

/** Whether nobody has put an article there yet; the folder may be missing, too. */
export function holdsNoArticles(folder: string): boolean {
  return !existsSync(folder) || articleFilesIn(folder)?.length === 0;
}

/** Total size in bytes; unreadable files count as empty. */
export async function sizeOfArticles(folder: string): Promise<number> {
  const names = articleFilesIn(folder) ?? [];
  let total = 0;
  for (let at = 0; at < names.length; at += SIZES_AT_ONCE) {
    const sizes = names.slice(at, at + SIZES_AT_ONCE).map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return found?.size ?? 0;
    });
    for (const size of await Promise.all(sizes)) total += size;
  }
  return total;
}

/** To ask for those of thousands at once holds up the event loop. */
const SIZES_AT_ONCE = 50;

/** The names of a folder's articles and translations; nothing if it cannot be read. */
export function articleFilesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder)
      .filter((name) => ARTICLE_FILE.test(name))
      .toSorted();
  } catch {
    return undefined;
  }
}

function faulty(file: string, message: string) {
  return { kind: "faulty" as const, diagnostics: [{ file, line: 1, message }] };
}
