import type { Diagnostic } from "../article/diagnostic.ts";
import { isTranslation, slugOfArticle } from "../article/loading/attach-translations.ts";
import { findArticleFiles, loadFiles } from "../article/loading/load-library.ts";
import { type FileState, isAsRead, type KeptArticle, stateOfFile } from "./kept-articles.ts";
import { packArticle } from "./packed-article.ts";

/** Parsed in one go. */
const ARTICLES_AT_ONCE = 20;

export type FolderRead =
  | { readonly kind: "loaded"; readonly articles: readonly KeptArticle[]; readonly isNew: boolean }
  | {
      readonly kind: "faulty";
      readonly diagnostics: readonly Diagnostic[];
      readonly articles: readonly KeptArticle[];
    };

/**
 * Reads a folder of articles. Those whose files are as they were are taken from `kept`. `onProgress` is called now and
 * then.
 */
export function readFolder(
  folder: string,
  kept: readonly KeptArticle[],
  onProgress: () => void,
): FolderRead {
  const found = findArticleFiles(folder);
  if (found.kind === "faulty") return { ...found, articles: kept };
  const before = new Map(kept.map((article) => [article.slug, article]));
  const groups = groupFiles(found.names);
  const isPart = found.names.filter((path) => !isTranslation({ path })).length > 1;

  const current = new Map<string, KeptArticle>();
  const changed: Group[] = [];
  for (const group of groups) {
    const known = before.get(group.slug);
    const files = known && asBefore(folder, group.names, known.files);
    if (known && files && known.isPart === isPart) current.set(known.slug, { ...known, files });
    else changed.push(group);
  }
  const diagnostics: Diagnostic[] = [];
  for (let from = 0; from < changed.length; from += ARTICLES_AT_ONCE) {
    const some = changed.slice(from, from + ARTICLES_AT_ONCE);
    const parsed = parseSome(folder, some, isPart);
    if (parsed.kind === "faulty") diagnostics.push(...parsed.diagnostics);
    else for (const article of parsed.articles) current.set(article.slug, article);
    onProgress();
  }
  const articles = groups.flatMap(({ slug }) => current.get(slug) ?? []);
  if (diagnostics.length > 0) return { kind: "faulty", diagnostics, articles };
  return { kind: "loaded", articles, isNew: changed.length > 0 || kept.length > articles.length };
}

/** The files of an article: itself and its translations. */
type Group = { readonly slug: string; readonly names: readonly string[] };

/** In the order of the articles' own files. */
function groupFiles(names: readonly string[]): Group[] {
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

function parseSome(folder: string, groups: readonly Group[], isPart: boolean) {
  const states = new Map(
    groups.map(({ slug, names }) => [slug, names.map((name) => stateOfFile(folder, name))]),
  );
  const names = groups.flatMap((group) => group.names);
  const parsed = loadFiles(folder, names, isPart);
  if (parsed.kind === "faulty") return parsed;
  const articles = parsed.articles.map((article): KeptArticle => {
    const files = (states.get(article.slug) ?? []).flatMap((state) => state ?? []);
    const translations = article.translations.map(({ language }) => language);
    return {
      slug: article.slug,
      translatedTo: translations,
      isPart,
      files,
      ...packArticle(article),
    };
  });
  return { kind: "parsed" as const, articles };
}
