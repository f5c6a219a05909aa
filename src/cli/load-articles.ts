import type { Article } from "../article/article.ts";
import { formatDiagnostic, type Diagnostic } from "../article/diagnostic.ts";
import { loadLibrary } from "../article/loading/load-library.ts";
import { slugOfFile } from "../article/parsing/parse-article.ts";
import { tellOthersWords } from "../content/others-words.ts";
import { escapeControls } from "../text/escape-controls.ts";
import { printLine, type CommandIo } from "./command.ts";

/** The articles of a folder. If any is faulty, prints every mistake and returns none. */
export function loadArticles(folder: string, io: CommandIo): readonly Article[] | undefined {
  const library = loadLibrary(folder);
  if (library.kind === "loaded") return tellOthersWords(library.articles);

  printDiagnostics(library.diagnostics, io);
  return undefined;
}

export function printDiagnostics(diagnostics: readonly Diagnostic[], { stderr }: CommandIo): void {
  for (const found of diagnostics) printLine(stderr, escapeControls(formatDiagnostic(found)));
}

type FoundArticle = { readonly slug: string } | { readonly error: string };

/** A longer list does not help to find the right name. */
const MAX_NAMES_LISTED = 20;

/** By slug or by file name: `1973_oil_crisis.md` is the article `1973-oil-crisis`. */
export function findArticle(name: string, articles: readonly Article[]): FoundArticle {
  const slug = slugOfFile(name);
  if (articles.some((article) => article.slug === slug)) return { slug };

  const listed = articles.slice(0, MAX_NAMES_LISTED).map((article) => article.slug);
  const unlisted = articles.length - listed.length;
  const known = `${listed.join(", ")}${unlisted > 0 ? ` and ${unlisted} more` : ""}`;
  return { error: `there is no article \`${name}\`: the known ones are ${known}` };
}
