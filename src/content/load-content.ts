import type { Article } from "../article/article.ts";
import { loadLibrary } from "../article/loading/load-library.ts";
import { escapeControls } from "../text/escape-controls.ts";
import { formatDiagnostic, type Diagnostic } from "../article/diagnostic.ts";

/** The articles of a folder, or nothing after printing every mistake in them. */
export function loadContent(folder: string): readonly Article[] | undefined {
  const library = loadLibrary(folder);
  if (library.kind === "loaded") return library.articles;

  tellMistakes(library.diagnostics);
  return undefined;
}

export function tellMistakes(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) console.error(escapeControls(formatDiagnostic(diagnostic)));
}
