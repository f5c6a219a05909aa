import type { Article } from "../article/article.ts";
import { holdsNoArticles, loadLibrary } from "../article/loading/load-library.ts";
import { escapeControls } from "../text/escape-controls.ts";
import { formatDiagnostic } from "../article/diagnostic.ts";
import { tellOthersWords } from "./others-words.ts";

/**
 * The articles of a folder. If they have mistakes, prints them all and returns nothing. `mayBeEmpty`: somebody can
 * publish the first one later.
 */
export function loadContent(
  folder: string,
  { mayBeEmpty }: { readonly mayBeEmpty: boolean },
): readonly Article[] | undefined {
  if (mayBeEmpty && holdsNoArticles(folder)) return [];
  const library = loadLibrary(folder);
  if (library.kind === "loaded") return tellOthersWords(library.articles);

  for (const found of library.diagnostics) console.error(escapeControls(formatDiagnostic(found)));
  return undefined;
}
