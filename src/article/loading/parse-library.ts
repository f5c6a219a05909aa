import type { Article } from "../article.ts";
import { attachTranslations, isTranslation } from "./attach-translations.ts";
import type { Mistake } from "../diagnostic.ts";
import { parseArticle, slugOfFile } from "../parsing/parse-article.ts";
import { readSafely } from "../read-safely.ts";
import type { ArticleFile } from "./read-article-file.ts";

export type LoadedLibrary =
  | { readonly kind: "loaded"; readonly articles: readonly Article[] }
  | { readonly kind: "faulty"; readonly mistakes: readonly Mistake[] };

/** `unread`: what is wrong with files that could not even be read. */
export function parseLibrary(
  files: readonly ArticleFile[],
  unread: readonly Mistake[],
): LoadedLibrary {
  const articles: Article[] = [];
  let mistakes = unread;
  for (const { path, text } of files.filter((file) => !isTranslation(file))) {
    const parsed = readSafely(path, () => parseArticle(text, path));
    const told =
      parsed.kind === "faulty" ? parsed.mistakes : addArticle(articles, parsed.article, path);
    mistakes = mistakes.concat(told);
  }

  const faulty = new Set(mistakes.map(({ file }) => slugOfFile(file)));
  const translated = attachTranslations(articles, files.filter(isTranslation), faulty);
  mistakes = mistakes.concat(translated.mistakes);
  if (mistakes.length > 0) return { kind: "faulty", mistakes };
  return { kind: "loaded", articles: translated.articles };
}

/** Two file names may come to the same slug, and links would not know which is meant. */
function addArticle(articles: Article[], article: Article, file: string): Mistake[] {
  if (articles.some(({ slug }) => slug === article.slug)) {
    const message = `another file is called \`${article.slug}\` already: rename one of the two`;
    return [{ file, line: 1, message }];
  }
  articles.push(article);
  return [];
}
