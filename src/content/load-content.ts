import { holdsNoArticles } from "../article/loading/load-library.ts";
import { escapeControls } from "../text/escape-controls.ts";
import { formatDiagnostic } from "../article/diagnostic.ts";
import { type IndexedArticles, indexedHere, type ContentReader } from "./content-reader.ts";
import { warmUpWithoutArticles } from "./warm-up.ts";

/** What a bot starts with, and what reads the folder again. */
export type FirstContent = {
  readonly reader: ContentReader;
  /** Gives the articles away, once: whoever starts the bot waits for its end, and would keep them until then. */
  readonly take: () => IndexedArticles;
};

/**
 * The articles of a folder. If they have mistakes, prints them all and returns nothing. `mayBeEmpty`: somebody can
 * publish the first one later.
 */
export async function loadContent(
  reader: ContentReader,
  { mayBeEmpty }: { readonly mayBeEmpty: boolean },
): Promise<FirstContent | undefined> {
  if (mayBeEmpty && holdsNoArticles(reader.folder)) return firstContent(indexedHere([]), reader);
  const content = await reader.read(new AbortController().signal, warmUpWithoutArticles);
  if (content?.kind === "loaded") return firstContent(content, reader);

  for (const found of content?.diagnostics ?? []) {
    console.error(escapeControls(formatDiagnostic(found)));
  }
  return undefined;
}

export function firstContent(content: IndexedArticles, reader: ContentReader): FirstContent {
  let kept: IndexedArticles | undefined = content;
  return {
    reader,
    take() {
      if (!kept) throw new Error("the first articles are taken → read them again");
      const taken = kept;
      kept = undefined;
      return taken;
    },
  };
}
