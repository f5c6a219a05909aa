import type { Diagnostic } from "../article/diagnostic.ts";
import { isTranslation, slugOfArticle } from "../article/loading/attach-translations.ts";
import { findArticleFiles } from "../article/loading/load-library.ts";
import { type FileState, isAsRead, type KeptArticle, stateOfFile } from "./kept-articles.ts";
import type { ArticleFiles, ParsedShare, ParseRequest } from "./shares/article-share.ts";

export type FolderRead =
  | { readonly kind: "loaded"; readonly articles: readonly KeptArticle[]; readonly isNew: boolean }
  | {
      readonly kind: "faulty";
      readonly diagnostics: readonly Diagnostic[];
      readonly articles: readonly KeptArticle[];
    };

/** Reads a folder of articles. Those whose files are as they were are taken from `kept`, the others parsed. */
export async function readFolder(
  folder: string,
  kept: readonly KeptArticle[],
  parse: (request: ParseRequest) => Promise<ParsedShare>,
): Promise<FolderRead> {
  const found = findArticleFiles(folder);
  if (found.kind === "faulty") return { ...found, articles: kept };
  const before = new Map(kept.map((article) => [article.slug, article]));
  const groups = groupFiles(found.names);
  const isPart = found.names.filter((path) => !isTranslation({ path })).length > 1;

  const current = new Map<string, KeptArticle>();
  const changed: ArticleFiles[] = [];
  for (const group of groups) {
    const known = before.get(group.slug);
    const files = known && asBefore(folder, group.names, known.files);
    if (known && files && known.isPart === isPart) current.set(known.slug, { ...known, files });
    else changed.push(group);
  }
  const { articles: parsed, diagnostics } = await parse({ folder, files: changed, isPart });
  for (const article of parsed) current.set(article.slug, article);
  const articles = groups.flatMap(({ slug }) => current.get(slug) ?? []);
  if (diagnostics.length > 0) return { kind: "faulty", diagnostics, articles };
  return { kind: "loaded", articles, isNew: changed.length > 0 || kept.length > articles.length };
}

/** In the order of the articles' own files. */
function groupFiles(names: readonly string[]): ArticleFiles[] {
  const originals = names.filter((path) => !isTranslation({ path }));
  const translations = names.filter((path) => isTranslation({ path }));
  const groups = new Map<string, string[]>();
  for (const name of [...originals, ...translations]) {
    const slug = slugOfArticle(name);
    const group = groups.get(slug) ?? [];
    group.push(name);
    groups.set(slug, group);
  }
  return Array.from(groups, ([slug, ownNames]) => ({ slug, names: ownNames }));
}

/** How the files are now, if they hold what they held before. */
function asBefore(
  folder: string,
  names: readonly string[],
  before: readonly FileState[],
): readonly FileState[] | undefined {
  if (names.length !== before.length) return undefined;
  const now: FileState[] = [];
  for (const [at, name] of names.entries()) {
    const file = before[at];
    if (file?.name !== name) return undefined;
    const state = isAsRead(folder, file) ? file : stateOfFile(folder, name);
    if (state?.digest !== file.digest) return undefined;
    now.push(state);
  }
  return now;
}
