import { describe, expect, test } from "vitest";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { openDatabaseArchive } from "../../../src/content/archive/database-archive.ts";
import { removeFromArchive, writeToArchive } from "../../../src/content/archive/write-archive.ts";
import { sql } from "../../../src/database/statement.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../../support/postgres-server.ts";
import { articlesIn } from "../../support/sample-bot.ts";

const ARTICLES = articlesIn("test/fixtures/articles");

describe.skipIf(!hasPostgres())("an archive in a database", () => {
  test("counts what an article has once, however often it is written, and no more once it is gone", async () => {
    const { database } = await openTestDatabase((await startPostgres()).url);
    const counts = () =>
      database.run(sql`
        SELECT language, passages, originals, words, documents, statistics.terms,
          (SELECT sum(passages) FROM archive_terms AS own WHERE own.language = statistics.language) AS "inTerms",
          (SELECT sum(uses) FROM archive_words AS own WHERE own.language = statistics.language) AS uses,
          (SELECT sum(names) FROM archive_words AS own WHERE own.language = statistics.language) AS names
        FROM archive_statistics AS statistics ORDER BY language`);
    const [first, ...others] = ARTICLES;
    if (!first) throw new Error("no articles");
    await writeToArchive(database, others);
    const before = await counts();
    await writeToArchive(database, [first]);
    const withFirst = await counts();
    expect(withFirst).not.toEqual(before);
    await writeToArchive(database, [first]);
    expect(await counts()).toEqual(withFirst);
    await removeFromArchive(database, [first.slug]);
    expect(await counts()).toEqual(before);
  });

  test("without any article answers that there are none", async () => {
    const { database } = await openTestDatabase((await startPostgres()).url);
    const ask = answererFrom(openArchiveSource(openDatabaseArchive(database, () => 0)));
    await expect(async () => ask("How much is a ticket?")).rejects.toThrow("no articles");
  });
});
