import { describe, expect, test } from "vitest";
import type { Context } from "../../../src/answer/answer.ts";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { openDatabaseArchive } from "../../../src/content/archive/database-archive.ts";
import { openArticleStore } from "../../../src/content/store/article-store.ts";
import {
  changesAfter,
  prepareChanges,
  writeChanges,
} from "../../../src/content/archive/write-changes.ts";
import type { Database } from "../../../src/database/database.ts";
import { sql, type Statement } from "../../../src/database/statement.ts";
import { seededRandom } from "../../../src/evaluation/random.ts";
import type { Archive } from "../../../src/search/archive/archive.ts";
import {
  indexAll,
  indexFiles,
  indexFolder,
  preparer,
  withdrawArticle,
} from "../../support/index-folder.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../../support/postgres-server.ts";

const SAMPLES = "test/fixtures/articles";
const QUESTION = "When does the old pontoon open?";
/** What is fetched last. */
const MOMENTS = [
  ["passages", QUESTION],
  ["wholes", "old pontoon"],
] as const;
/** Of all but two articles, what a question needs is fetched. */
const AT_HAND = 2;

const CONNECTION_LOST = Object.assign(new Error("lost"), { code: "57P01" });

const LATEST = ["bakery", "library"].map((name) => ({
  path: `${name}.md`,
  text: `---
title: The ${name}
source: { publisher: packet, published: 3 May 2026 }
people: { packet: { name: The Packet, capacity: newspaper } }
---

The ${name} has a new roof.
`,
}));

function pontoon(day: string) {
  return [{ path: "pontoon.md", text: `# The pontoon\n\nThe old pontoon opens on ${day}.\n` }];
}

async function openWithPontoon() {
  const { database } = await openTestDatabase((await startPostgres()).url);
  await indexFolder(database, SAMPLES);
  await indexFiles(database, [...pontoon("Monday"), ...LATEST]);
  return database;
}

type Asking = { readonly question?: string; readonly context?: Context; readonly within?: string };

async function firstHit(archive: Archive, { question = QUESTION, context, within }: Asking = {}) {
  const ask = answererFrom(openArchiveSource(archive));
  const { findings } = await ask(question, context, within);
  return findings.hits[0]?.passage.text ?? "nothing";
}

/** Does something before the first of the calls that it lets pass. */
function before(act: () => Promise<void>) {
  let isDue = true;
  return async () => {
    if (!isDue) return;
    isDue = false;
    await act();
  };
}

function openArchive(database: Pick<Database, "run">): Archive {
  return openDatabaseArchive(database, () => performance.now(), AT_HAND);
}

/** No index of a database takes such a word. */
function longWord(seed: number): string {
  const random = seededRandom(seed);
  return Array.from({ length: 9000 }, () => String.fromCharCode(97 + random() * 26)).join("");
}

describe.skipIf(!hasPostgres())("an archive that changes while a question is answered", () => {
  test.each<[string, (database: Database) => Promise<void>, RegExp]>([
    [
      "is edited",
      (database) => indexFiles(database, pontoon("Tuesday")),
      /^The old pontoon opens on Tuesday\.$/u,
    ],
    [
      "is withdrawn",
      async (database) => {
        await withdrawArticle(database, "pontoon");
        await indexAll(database);
      },
      /^(?!.*pontoon)/u,
    ],
  ])(
    "answers from what is there when an article that it has found %s",
    async (_what, change, expected) => {
      for (const [moment, question] of MOMENTS) {
        const database = await openWithPontoon();
        const first = before(() => change(database));
        const run: Database["run"] = async (statement) => {
          if (moment === "passages" && statement.text.includes("JOIN archive_passages"))
            await first();
          return database.run(statement);
        };
        const archive = openArchive({ run });
        const wholes: Archive["wholes"] = async (articles) => {
          if (moment === "wholes") await first();
          return archive.wholes(articles);
        };
        const found = await firstHit({ ...archive, wholes }, { question });
        expect(found).toMatch(expected);
      }
    },
  );

  test("has its only article also when that is edited", async () => {
    const { database } = await openTestDatabase((await startPostgres()).url);
    await indexFiles(database, pontoon("Monday"));
    const first = before(() => indexFiles(database, pontoon("Tuesday")));
    const run: Database["run"] = async (statement) => {
      if (statement.text.includes("FROM archive_passages")) await first();
      return database.run(statement);
    };
    expect(await firstHit(openArchive({ run }))).toBe("The old pontoon opens on Tuesday.");
  });

  test("has no article whose passages have gone since", async () => {
    const database = await openWithPontoon();
    const archive = openArchive(database);
    const { articles } = await archive.inScope({});
    await withdrawArticle(database, "pontoon");
    await indexAll(database);
    const there = (await archive.wholes(articles)).map(({ article }) => article.slug);
    expect(there).toHaveLength(articles.length - 1);
    expect(there).not.toContain("pontoon");
  });

  test("goes on with the others when the article of a conversation is withdrawn", async () => {
    const database = await openWithPontoon();
    const archive = openArchive(database);
    const ask = answererFrom(openArchiveSource(archive));
    const { context } = await ask(QUESTION);
    await withdrawArticle(database, "pontoon");
    await indexAll(database);
    const later = openArchive(database);
    expect(await firstHit(later, { context })).not.toContain("pontoon");
    expect(await firstHit(later, { context, within: "pontoon" })).not.toContain("pontoon");
  });
});

describe.skipIf(!hasPostgres())("articles are indexed", () => {
  test("with ids above those of the archive, also if only its tables were restored", async () => {
    const database = await openWithPontoon();
    await database.run(sql`SELECT setval('archive_article_ids', 1, false)`);
    await indexFiles(database, pontoon("Tuesday"));
    expect(await firstHit(openArchive(database))).toBe("The old pontoon opens on Tuesday.");
  });

  test("though they have words and names that no index takes", async () => {
    const { database } = await openTestDatabase((await startPostgres()).url);
    const text = `---
title: The pontoon
source: { publisher: packet, section: ${longWord(1)} }
people: { packet: { name: The Packet, capacity: ${longWord(2)} } }
---

The old pontoon opens on Monday, says ${longWord(3)}.
`;
    const logged: string[] = [];
    await indexFiles(database, [{ path: "pontoon.md", text }]);
    await indexAll(database, logged);
    expect(logged).toEqual([]);
    expect(await firstHit(openArchive(database))).toContain("The old pontoon opens on Monday");
  });

  test("as before if a batch fails halfway, and then as a whole", async () => {
    const database = await openWithPontoon();
    const store = openArticleStore(database);
    const breaking: Database = {
      ...database,
      transaction: (work, options) =>
        database.transaction(async (run) => {
          const runUntil = async <Row extends object>(statement: Statement) => {
            if (statement.text.includes("INTO archive_statistics")) throw CONNECTION_LOST;
            return run<Row>(statement);
          };
          return work(runUntil);
        }, options),
    };
    const parts = { database, store, preparer };
    const counts = sql`SELECT * FROM archive_statistics ORDER BY language`;
    const atFirst = await database.run(counts);
    const [progress] = await database.run<{ readonly change: number }>(
      sql`SELECT change FROM archive_progress`,
    );
    const from = progress?.change ?? 0;
    await withdrawArticle(database, "pontoon");
    const changes = await changesAfter(from, parts);
    if (!changes) throw new Error("nothing has changed");
    const ready = await prepareChanges(changes, parts);
    await expect(writeChanges(ready, { ...parts, database: breaking })).rejects.toThrow("lost");
    expect(await database.run(counts)).toEqual(atFirst);
    expect(await firstHit(openArchive(database))).toBe("The old pontoon opens on Monday.");
    await indexAll(database);
    expect(await database.run(counts)).not.toEqual(atFirst);
    expect(await firstHit(openArchive(database))).not.toContain("pontoon");
  });
});
