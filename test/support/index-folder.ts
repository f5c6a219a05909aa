import type { ArticleFile } from "../../src/article/loading/read-article-file.ts";
import { slugOfArticle } from "../../src/article/loading/attach-translations.ts";
import { indexArticles } from "../../src/content/archive/index-articles.ts";
import { prepareBatch } from "../../src/content/archive/prepare-batch.ts";
import type { WriterParts } from "../../src/content/archive/write-changes.ts";
import { openArticleStore } from "../../src/content/store/article-store.ts";
import { parseFolderArticle, readFolderArticles } from "../../src/content/store/folder-articles.ts";
import { digestOfFiles } from "../../src/content/store/stored-article.ts";
import type { ArticleWrite } from "../../src/content/store/write-articles.ts";
import type { Database } from "../../src/database/database.ts";
import { groupedBy } from "../../src/article/grouped-by.ts";

/** Indexes in this thread. */
export const preparer: WriterParts["preparer"] = {
  prepare: async (request) => prepareBatch(request),
};

/** In one transaction. */
const STORED_AT_ONCE = 100;

/** Puts articles into the database, in place of those of the same slugs. */
async function storeFiles(database: Database, files: readonly ArticleFile[]): Promise<void> {
  const store = openArticleStore(database);
  const bySlug = [...groupedBy(files, ({ path }) => slugOfArticle(path))];
  for (let at = 0; at < bySlug.length; at += STORED_AT_ONCE) {
    const some = bySlug.slice(at, at + STORED_AT_ONCE);
    const heads = await store.headsOf(some.map(([slug]) => slug));
    const writes = some.map(([slug, own]): ArticleWrite => {
      const to = parseFolderArticle({ files: own, diagnostics: [], digest: digestOfFiles(own) });
      if ("diagnostics" in to) throw new Error(`${slug} has mistakes → correct the fixture`);
      return { slug, expected: heads.get(slug)?.version, to };
    });
    await store.write(writes, "test");
  }
}

export async function storeFolder(database: Database, folder: string): Promise<void> {
  const found = await readFolderArticles(folder);
  await storeFiles(
    database,
    [...found.values()].flatMap(({ files }) => files),
  );
}

export async function withdrawArticle(database: Database, slug: string): Promise<void> {
  const store = openArticleStore(database);
  const expected = (await store.headsOf([slug])).get(slug)?.version;
  await store.write([{ slug, expected, to: "withdrawn" }], "test");
}

/** Puts articles into the database, and what questions find them by. */
export async function indexFiles(database: Database, files: readonly ArticleFile[]): Promise<void> {
  await storeFiles(database, files);
  await indexAll(database);
}

export async function indexFolder(database: Database, folder: string): Promise<void> {
  await storeFolder(database, folder);
  await indexAll(database);
}

/** Indexes what has changed. */
export async function indexAll(database: Database, logged: string[] = []): Promise<void> {
  const log = (sentence: string, fields = {}) =>
    void logged.push([sentence, ...Object.values(fields)].join(" | "));
  const { signal } = new AbortController();
  await indexArticles({ database, store: openArticleStore(database), preparer, log, signal });
}
