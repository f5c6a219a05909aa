import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatDiagnostic } from "../diagnostic.ts";
import { isTranslation } from "./attach-translations.ts";
import { parseLibrary } from "./parse-library.ts";
import { readArticleFile, type ArticleFile } from "./read-article-file.ts";
import { slugOfFile } from "../parsing/parse-article.ts";

const NAME_END = /\.\w+\.md$/iu;

/** What would not fit in the translations of an article if its file had this text. */
export function translationProblems(file: string, markdown: string): string[] {
  const translations = translationsOf(file);
  if (translations.length === 0) return [];
  const library = parseLibrary([{ path: file, text: markdown }, ...translations], []);
  return library.kind === "loaded" ? [] : library.diagnostics.map(formatDiagnostic);
}

function translationsOf(file: string): ArticleFile[] {
  const folder = dirname(file);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .map((name) => join(folder, name))
    .filter((path) => isTranslation({ path }))
    .filter((path) => slugOfFile(path.replace(NAME_END, "")) === slugOfFile(file))
    .flatMap((path) => {
      const read = readArticleFile(folder, path);
      return "diagnostic" in read ? [] : [{ path, text: read.text }];
    });
}
