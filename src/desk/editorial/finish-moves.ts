import { readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { articleFilesIn } from "../../article/loading/load-library.ts";
import { codeOf } from "../../logging/describe-error.ts";
import type { Folders } from "./article-folders.ts";
import type { Journal } from "./journal.ts";

/**
 * A kill while a file moves to another disk leaves it in both folders. Readers have it then, so it is not a draft as
 * well. Its text is kept all the same.
 */
export function finishMoves(folders: Folders, journal: Pick<Journal, "keep">): void {
  const published = new Set(articleFilesIn(folders.published));
  const inBoth = (articleFilesIn(folders.draft) ?? []).filter((name) => published.has(name));
  if (inBoth.length === 0 || isSameFolder(folders)) return;
  for (const name of inBoth) {
    try {
      finishMove(join(folders.draft, name), join(folders.published, name), journal);
    } catch (error) {
      // What cannot be read or deleted stays as it is; the desk tells when it is opened.
      if (codeOf(error) === undefined) throw error;
    }
  }
}

function finishMove(draft: string, article: string, journal: Pick<Journal, "keep">): void {
  const text = readFileSync(draft, "utf8");
  if (text !== readFileSync(article, "utf8")) return;
  journal.keep(text);
  rmSync(draft);
}

function isSameFolder({ draft, published }: Folders): boolean {
  return realpathSync(draft) === realpathSync(published);
}
