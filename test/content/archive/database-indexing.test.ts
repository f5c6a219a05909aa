import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { openArchiveIndexer } from "../../../src/content/archive/archive-indexer.ts";
import { openDatabaseArchive } from "../../../src/content/archive/database-archive.ts";
import { ARCHIVE_FORM } from "../../../src/content/archive/archive-form.ts";
import {
  changesAfter,
  prepareChanges,
  writeChanges,
} from "../../../src/content/archive/write-changes.ts";
import { openArticleStore } from "../../../src/content/store/article-store.ts";
import type { Database } from "../../../src/database/database.ts";
import { sql } from "../../../src/database/statement.ts";
import { readPostings } from "../../../src/search/archive/posting-lists.ts";
import { temporaryFolder } from "../../support/bot-process.ts";
import {
  indexAll,
  indexFiles,
  indexFolder,
  preparer,
  storeFolder,
  withdrawArticle,
} from "../../support/index-folder.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../../support/postgres-server.ts";

const SAMPLES = "test/fixtures/articles";

const saying = (slug: string, times: number) => ({
  path: `${slug}.md`,
  text: `# The ${slug}\n\n${"The harbour.\n\n".repeat(times)}`,
});

/** All that questions read, in an order of its own; ids of articles differ from run to run. */
async function contentsOf({ run }: Database) {
  const slug = sql`(SELECT slug FROM archive_articles WHERE id = article) AS slug`;
  return Promise.all([
    run(sql`SELECT * FROM archive_statistics WHERE passages <> 0 ORDER BY language`),
    run(sql`SELECT * FROM archive_terms ORDER BY language, term`),
    run(sql`SELECT * FROM archive_words ORDER BY language, word`),
    run(sql`SELECT * FROM archive_names ORDER BY language, key, id`),
    run(sql`SELECT ${slug}, language, id FROM archive_people ORDER BY slug, language, id`),
    run(
      sql`SELECT ${slug}, text, position, body FROM archive_passages ORDER BY slug, text, position`,
    ),
    postingsIn(run),
  ]);
}

type ListRow = { readonly language: string; readonly term: string; readonly list: Buffer };

async function postingsIn(run: Database["run"]): Promise<string[]> {
  const articles = await run<{ readonly id: number; readonly slug: string }>(
    sql`SELECT id, slug FROM archive_articles`,
  );
  const slugs = new Map(articles.map(({ id, slug }) => [id, slug]));
  const found: string[] = [];
  for (const { language, term, list } of await run<ListRow>(
    sql`SELECT language, term, list FROM archive_postings`,
  )) {
    readPostings(list, ({ article, ...place }) => {
      found.push(JSON.stringify({ language, term, article: slugs.get(article), place }));
    });
  }
  return found.toSorted();
}

function quay(day: string) {
  return [{ path: "quay.md", text: `# The quay\n\nThe old quay opens on ${day}.\n` }];
}

async function openEmpty() {
  const { database } = await openTestDatabase((await startPostgres()).url);
  return database;
}

function copyOfSamples(): string {
  const folder = temporaryFolder();
  cpSync(SAMPLES, folder, { recursive: true });
  return folder;
}

describe.skipIf(!hasPostgres())("an archive in a database", () => {
  test("is the same after edits, a withdrawal and a return as if it had been written once", async () => {
    const database = await openEmpty();
    const folder = copyOfSamples();
    writeFileSync(join(folder, "quay.md"), "# The quay\n\nThe quay of Zanderhaven is closed.\n");
    await indexFolder(database, folder);
    writeFileSync(join(folder, "quay.md"), "# The quay\n\nIt is open, says Ottokar Quill.\n");
    await indexFolder(database, folder);
    await withdrawArticle(database, "quay");
    await withdrawArticle(database, "harbour-ferry");
    await indexAll(database);
    await storeFolder(database, SAMPLES);
    await indexAll(database);

    const once = await openEmpty();
    await indexFolder(once, SAMPLES);
    expect(await contentsOf(database)).toEqual(await contentsOf(once));
    expect(await postingsIn(once.run)).not.toEqual([]);
  });

  test("is written anew if it is of an earlier form, and articles that are gone for good go", async () => {
    const database = await openEmpty();
    const folder = copyOfSamples();
    writeFileSync(join(folder, "quay.md"), "# The quay\n\nThe quay of Zanderhaven is closed.\n");
    await indexFolder(database, folder);
    await database.run(sql`DELETE FROM articles WHERE slug = 'quay'`);
    await database.run(sql`UPDATE archive_articles SET form = 0`);
    await database.run(sql`UPDATE archive_progress SET form = 0`);
    const ask = answererFrom(openArchiveSource(openDatabaseArchive(database, () => 0)));
    await expect(async () => ask("How much is a ticket?")).rejects.toThrow("no articles");

    const logged: string[] = [];
    await indexAll(database, logged);
    expect(logged[0]).toBe(
      "all articles are indexed again | this version of the bot reads them differently",
    );
    const once = await openEmpty();
    await indexFolder(once, SAMPLES);
    expect(await contentsOf(database)).toEqual(await contentsOf(once));
    expect(await database.run(sql`SELECT DISTINCT form FROM archive_articles`)).toEqual([
      { form: ARCHIVE_FORM },
    ]);
  });

  test("notices that a backup was restored", async () => {
    const database = await openEmpty();
    await indexFolder(database, SAMPLES);
    await database.run(sql`UPDATE archive_progress SET change = 1000`);
    const logged: string[] = [];
    await indexAll(database, logged);
    expect(logged[0]).toBe("all articles are indexed again | a backup was restored");
    const once = await openEmpty();
    await indexFolder(once, SAMPLES);
    expect(await contentsOf(database)).toEqual(await contentsOf(once));
  });

  test("a term with more postings than a list takes leaves none behind of an article that is withdrawn", async () => {
    const database = await openEmpty();
    await indexFiles(database, [saying("first", 1)]);
    await indexFiles(database, [saying("long", 900), saying("short", 1)]);

    await withdrawArticle(database, "short");
    await indexAll(database);
    const left = await postingsIn(database.run);
    expect(left.filter((posting) => !posting.includes('"article":'))).toEqual([]);
  });

  test("an article that this version cannot read is left out, and its mistakes are logged", async () => {
    const database = await openEmpty();
    await storeFolder(database, SAMPLES);
    await database.run(sql`
      UPDATE articles SET markdown = markdown || ${"\n\nIt is late. {kind=rumour}\n"} WHERE slug = 'corn-square'`);
    const logged: string[] = [];
    await indexAll(database, logged);
    expect(logged.join("\n")).toMatch(/corn-square\.md:\d+: .*rumour/u);
    const slugs = await database.run<{ readonly slug: string }>(
      sql`SELECT slug FROM archive_articles`,
    );
    expect(slugs.map(({ slug }) => slug)).toContain("harbour-ferry");
    expect(slugs.map(({ slug }) => slug)).not.toContain("corn-square");
  });

  test("what was read before somebody else wrote is not written", async () => {
    const database = await openEmpty();
    await indexFolder(database, SAMPLES);
    await database.run(sql`UPDATE archive_progress SET change = 0`);
    const parts = { database, store: openArticleStore(database), preparer };
    const changes = await changesAfter(0, parts);
    const ready = changes && (await prepareChanges(changes, parts));
    await indexAll(database);
    const before = await contentsOf(database);
    if (!ready) throw new Error("no changes");
    await expect(writeChanges(ready, parts)).rejects.toThrow("somebody else");
    await database.run(sql`UPDATE archive_progress SET change = 0`);
    await expect(writeChanges(ready, parts)).rejects.toThrow("somebody else");
    expect(await contentsOf(database)).toEqual(before);
  });

  test("an article that the database refuses keeps none of the others out", async () => {
    const database = await openEmpty();
    await storeFolder(database, SAMPLES);
    await database.run(sql`ALTER TABLE archive_articles ADD CHECK (slug <> 'corn-square')`);
    const logged: string[] = [];
    await indexAll(database, logged);
    expect(logged.join("\n")).toContain("corn-square.md:1: the database refuses this article");
    const slugs = await database.run<{ readonly slug: string }>(
      sql`SELECT slug FROM archive_articles`,
    );
    expect(slugs.map(({ slug }) => slug)).toContain("harbour-ferry");
  });

  test("of two replicas one writes at a time, and both know when it is done", async () => {
    const { url } = await startPostgres();
    const replicas = await Promise.all([openTestDatabase(url), openTestDatabase(url)]);
    const stopping = new AbortController();
    onTestFinished(() => stopping.abort());
    const logged: string[] = [];
    const log = (sentence: string) => void logged.push(sentence);
    const { signal } = stopping;
    const updates = replicas.map(({ database }) => {
      const store = openArticleStore(database);
      return openArchiveIndexer({ database, store, onRestored: () => undefined, log, signal });
    });
    const [first] = replicas;
    if (!first) throw new Error("no replica");
    await storeFolder(first.database, SAMPLES);
    await Promise.all(updates.map((update) => update()));
    expect(logged).toEqual(["articles were indexed in the database"]);
    const once = await openEmpty();
    await indexFolder(once, SAMPLES);
    expect(await contentsOf(first.database)).toEqual(await contentsOf(once));
  }, 30_000);

  test("of a newer form is left to a newer version, until an operator goes back", async () => {
    const { url } = await startPostgres();
    const { database } = await openTestDatabase(url);
    await storeFolder(database, SAMPLES);
    await database.run(sql`UPDATE archive_progress SET form = ${ARCHIVE_FORM + 1}`);
    const stopping = new AbortController();
    onTestFinished(() => stopping.abort());
    const logged: string[] = [];
    const update = openArchiveIndexer({
      database,
      store: openArticleStore(database),
      onRestored: () => undefined,
      log: (sentence) => void logged.push(sentence),
      signal: stopping.signal,
    });
    await update();
    await update();
    expect(logged).toEqual([expect.stringContaining("a newer version of the bot")]);
    expect(await database.run(sql`SELECT id FROM archive_articles`)).toEqual([]);
    await database.run(sql`UPDATE archive_progress SET form = 0`);
    await update();
    expect(logged.at(-1)).toBe("articles were indexed in the database");
    expect(await database.run(sql`SELECT id FROM archive_articles`)).not.toEqual([]);
  }, 30_000);

  test("answers from an edit some seconds later, and no more from what was withdrawn", async () => {
    const database = await openEmpty();
    await indexFolder(database, SAMPLES);
    await indexFiles(database, quay("Monday"));
    let now = 0;
    const ask = answererFrom(openArchiveSource(openDatabaseArchive(database, () => now)));
    const found = async (context = {}) => {
      const { findings, context: after } = await ask("When does the old quay open?", context);
      return { text: findings.hits[0]?.passage.text, after };
    };
    const { text, after } = await found();
    expect(text).toBe("The old quay opens on Monday.");
    await indexFiles(database, quay("Tuesday"));
    now += 3000;
    for (const context of [{}, after])
      expect((await found(context)).text).toBe("The old quay opens on Tuesday.");
    await withdrawArticle(database, "quay");
    await indexAll(database);
    now += 3000;
    for (const context of [{}, after]) expect((await found(context)).text).not.toContain("quay");
  });

  test("without any article answers that there are none", async () => {
    const database = await openEmpty();
    const ask = answererFrom(openArchiveSource(openDatabaseArchive(database, () => 0)));
    await expect(async () => ask("How much is a ticket?")).rejects.toThrow("no articles");
  });
});
