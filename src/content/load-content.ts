import type { Article } from "../article/article.ts";
import { loadLibrary } from "../article/loading/load-library.ts";
import { escapeControls } from "../text/escape-controls.ts";
import { describeMistake, type Mistake } from "../article/diagnostic.ts";

/** The articles of a folder; where they are faulty, every mistake is told and there are none. */
export function loadContent(folder: string): readonly Article[] | undefined {
  const library = loadLibrary(folder);
  if (library.kind === "loaded") return library.articles;

  tellMistakes(library.mistakes);
  return undefined;
}

export function tellMistakes(mistakes: readonly Mistake[]): void {
  for (const mistake of mistakes) console.error(escapeControls(describeMistake(mistake)));
}
