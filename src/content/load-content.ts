import { holdsNoArticles } from "../article/loading/load-library.ts";
import { escapeControls } from "../text/escape-controls.ts";
import { formatDiagnostic } from "../article/diagnostic.ts";
import { type IndexedArticles, indexedHere, type ContentReader } from "./content-reader.ts";

/** What a bot starts with, and what reads the folder again. */
export type FirstContent = IndexedArticles & { readonly reader: ContentReader };

/**
 * The articles of a folder. If they have mistakes, prints them all and returns nothing. `mayBeEmpty`: somebody can
 * publish the first one later.
 */
export async function loadContent(
  { folder, read }: ContentReader,
  { mayBeEmpty }: { readonly mayBeEmpty: boolean },
): Promise<IndexedArticles | undefined> {
  if (mayBeEmpty && holdsNoArticles(folder)) return indexedHere([]);
  const content = await read(new AbortController().signal);
  if (content?.kind === "loaded") return content;

  for (const found of content?.diagnostics ?? []) {
    console.error(escapeControls(formatDiagnostic(found)));
  }
  return undefined;
}
