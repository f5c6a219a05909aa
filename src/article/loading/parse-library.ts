import type { Article } from "../article.ts";
import { attachTranslations, isTranslation, slugOfArticle } from "./attach-translations.ts";
import { catchAsDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { parseArticle, slugOfFile } from "../parsing/parse-article.ts";
import type { ArticleFile } from "./read-article-file.ts";

export type LoadedLibrary =
  | { readonly kind: "loaded"; readonly articles: readonly Article[] }
  | {
      readonly kind: "faulty";
      readonly diagnostics: readonly Diagnostic[];
      /** The articles without a mistake, in themselves or in a translation. */
      readonly sound?: readonly Article[];
    };

/**
 * Parses articles and their translations. `unread`: diagnostics of files that could not be read from disk. `isPart`:
 * there are others, which are parsed by themselves.
 */
export function parseLibrary(
  files: readonly ArticleFile[],
  unread: readonly Diagnostic[],
  isPart = false,
): LoadedLibrary {
  const bySlug = new Map<string, Article>();
  const diagnostics = [...unread];
  for (const { path, text } of files.filter((file) => !isTranslation(file))) {
    const parsed = catchAsDiagnostic(path, () => parseArticle(text, path));
    const found =
      parsed.kind === "faulty" ? parsed.diagnostics : addArticle(bySlug, parsed.article, path);
    for (const one of found) diagnostics.push(one);
  }

  const faulty = new Set(diagnostics.map(({ file }) => slugOfFile(file)));
  const articles = [...bySlug.values()];
  const marked =
    isPart || articles.length > 1
      ? articles.map((one) => ({ ...one, isOneOfSeveral: true }))
      : articles;
  const translated = attachTranslations(marked, files.filter(isTranslation), faulty);
  for (const one of translated.diagnostics) diagnostics.push(one);
  if (diagnostics.length > 0) {
    const mistaken = new Set(diagnostics.map(({ file }) => slugOfArticle(file)));
    const sound = translated.articles.filter(({ slug }) => !mistaken.has(slug));
    return { kind: "faulty", diagnostics, sound };
  }
  return { kind: "loaded", articles: translated.articles };
}

/** Two file names may lead to the same slug, which would make links ambiguous. */
function addArticle(articles: Map<string, Article>, article: Article, file: string): Diagnostic[] {
  if (articles.has(article.slug)) {
    const message = `another file is already called \`${article.slug}\`: rename one of the two`;
    return [{ file, line: 1, message }];
  }
  articles.set(article.slug, article);
  return [];
}
