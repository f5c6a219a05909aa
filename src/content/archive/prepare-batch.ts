import type { Article } from "../../article/article.ts";
import { catchAsDiagnostic, type Diagnostic } from "../../article/diagnostic.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import { slugOfArticle } from "../../article/loading/attach-translations.ts";
import { parseLibrary } from "../../article/loading/parse-library.ts";
import type { ArticleFile } from "../../article/loading/read-article-file.ts";
import { analyseArticle, withTerms } from "../../search/archive/analysed-article.ts";
import { archiveRows, type ArchiveRows } from "../../search/archive/archive-rows.ts";
import { articleParts } from "../../search/archive/archived-article.ts";
import { articleKeys } from "./article-keys.ts";
import {
  collectRows,
  type ForArchive,
  type GoneArticle,
  type PreparedBatch,
} from "./batch-rows.ts";
import { isIndexable } from "./storable.ts";

export type BatchRequest = {
  readonly files: readonly ArticleFile[];
  /** For articles: at least as many as there are, rising. */
  readonly ids: readonly number[];
  /** Articles that these replace. */
  readonly gone: readonly GoneArticle[];
};

/**
 * Parses and analyses articles. What cannot be read is left out, with the reason. One after another: what is needed only
 * until an article's rows are written would be copied several times if all of it were kept.
 */
export function prepareBatch({ files, ids, gone }: BatchRequest): PreparedBatch {
  const rows = collectRows();
  const diagnostics: Diagnostic[] = [];
  let read = 0;
  for (const own of groupedBy(files, ({ path }) => slugOfArticle(path)).values()) {
    // An archive has several, whether or not they come one by one.
    const library = parseLibrary(own, [], true);
    if (library.kind === "faulty") diagnostics.push(...library.diagnostics);
    const sound = library.kind === "loaded" ? library.articles : (library.sound ?? []);
    for (const article of sound) {
      const id = ids[read] ?? 0;
      read += 1;
      const made = catchAsDiagnostic(`${article.slug}.md`, () => analyseForArchive(article, id));
      if ("kind" in made) diagnostics.push(...made.diagnostics);
      else rows.add(made);
    }
  }
  for (const article of gone) rows.remove(article);
  return { ...rows.all(), diagnostics };
}

function analyseForArchive(article: Article, id: number): ForArchive {
  const analysed = analyseArticle(article);
  const texts = archiveRows(analysed).map(withIndexable);
  return {
    id,
    slug: article.slug,
    keys: articleKeys(article),
    parts: articleParts(analysed),
    texts,
  };
}

function withIndexable(rows: ArchiveRows): ArchiveRows {
  const { documents, vocabulary, people, terms, words } = rows;
  const areAllIndexable =
    vocabulary.every(isIndexable) &&
    words.every(({ word }) => isIndexable(word)) &&
    people.every((one) => one.terms.every(isIndexable));
  if (areAllIndexable) return rows;
  return {
    ...rows,
    documents: documents.map((one) =>
      withTerms(one, (term) => isIndexable(vocabulary[term] ?? "")),
    ),
    people: people.map((one) => ({ ...one, terms: one.terms.filter(isIndexable) })),
    terms: terms.filter(([term]) => isIndexable(term)),
    words: words.filter(({ word }) => isIndexable(word)),
  };
}
