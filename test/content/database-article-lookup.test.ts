import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ArticleLookup } from "../../src/article/article-lookup.ts";
import type { Article } from "../../src/article/article.ts";
import type { ArticleFile } from "../../src/article/loading/read-article-file.ts";
import { parseLibrary } from "../../src/article/loading/parse-library.ts";
import { referenceTo } from "../../src/article/reference-to.ts";
import { articleLookupInDatabase } from "../../src/content/archive/article-lookup-in-database.ts";
import { openDatabaseArchive } from "../../src/content/archive/database-archive.ts";
import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { databaseProblem } from "../../src/database/database-problem.ts";
import { indexAll, indexFiles, withdrawArticle } from "../support/index-folder.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";

const LONG = `https://packet.example/${"a-very-long-name-".repeat(400)}`;
const NUL = "https://packet.example/with%00nul";

/** Slugs by address and day of publication, in the order of their files. */
const FILES: readonly (readonly [slug: string, url: string | undefined, published: string])[] = [
  ["bridge", "https://gazette.example/bridge-closed", "3 May 2026"],
  ["ferry", "https://www.packet.example/news/night-ferry-2024?utm_source=feed", "5 May 2026"],
  ["long", LONG, "4 May 2026"],
  ["nul", NUL, "spring"],
  ["square", undefined, "1 May 2026"],
  ["square-again", "https://gazette.example/bridge-closed", "2 May 2026"],
];

function fileOf([slug, url, published]: (typeof FILES)[number]) {
  const address = url === undefined ? "" : `, url: "${url}"`;
  const source = `source: { publisher: packet, published: ${published}${address} }`;
  const people = "people: { packet: { name: The Packet, capacity: newspaper } }";
  return {
    path: `${slug}.md`,
    text: `---\ntitle: The ${slug}\nlanguage: en\n${source}\n${people}\n---\n\nThe ${slug} is in Holm.\n`,
  };
}

function articlesOf(files: readonly ArticleFile[]) {
  const library = parseLibrary(files, []);
  if (library.kind === "faulty") throw new Error(JSON.stringify(library.diagnostics));
  return library.articles;
}

const WRITTEN = FILES.map(fileOf);
const ARTICLES = articlesOf(WRITTEN);

type WhenDone = (end: () => Promise<void>) => void;

/** A lookup, and what changes the articles behind it. */
type Opened = {
  readonly lookup: ArticleLookup;
  readonly publish: (files: readonly ArticleFile[]) => Promise<void>;
  readonly withdraw: (slug: string) => Promise<void>;
};

async function openMemory(): Promise<Opened> {
  let articles: readonly Article[] = [];
  return {
    lookup: articleLookupInMemory(() => articles),
    async publish(files) {
      const given = articlesOf(files);
      const slugs = new Set(given.map(({ slug }) => slug));
      articles = [...articles.filter(({ slug }) => !slugs.has(slug)), ...given];
    },
    async withdraw(gone) {
      articles = articles.filter(({ slug }) => slug !== gone);
    },
  };
}

function clock(): number {
  return performance.now();
}

async function openInDatabase(whenDone?: WhenDone): Promise<Opened> {
  const { url } = await startPostgres(whenDone && { whenDone });
  const { database } = await openTestDatabase(url, whenDone);
  return {
    lookup: articleLookupInDatabase(database, openDatabaseArchive(database, clock), clock),
    publish: (files) => indexFiles(database, files),
    async withdraw(slug) {
      await withdrawArticle(database, slug);
      await indexAll(database);
    },
  };
}

function slugsOf(articles: readonly Article[]): string[] {
  return articles.map(({ slug }) => slug);
}

const LOOKUPS: readonly (readonly [string, (whenDone: WhenDone) => Promise<Opened>])[] = [
  ["articles in memory", openMemory],
  ...(hasPostgres() ? [["articles in a database", openInDatabase] as const] : []),
];

describe.each(LOOKUPS)("%s", (_name, open) => {
  let opened: Opened;
  let atFirst = {};
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    opened = await open((end) => void ends.unshift(end));
    const { count, first } = opened.lookup;
    atFirst = { count: await count(), named: await first(10) };
    await opened.publish(WRITTEN);
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  test("has none at first", () => {
    expect(atFirst).toEqual({ count: 0, named: [] });
  });

  test.each([
    ["those that there are", ["square", "gone", "ferry"], ["square", "ferry"]],
    ["none", [], []],
    ["none of what no slug is", ["'; DROP TABLE archive_articles; --", "a\0b", "", "Ferry"], []],
  ])("finds by slug %s", async (_what, slugs, expected) => {
    expect(slugsOf(await opened.lookup.bySlugs(slugs))).toEqual(expected);
  });

  test("finds an article as it was published", async () => {
    const [article] = await opened.lookup.bySlugs(["ferry"]);
    expect(article).toMatchObject({ ...ARTICLES[1] });
  });

  test.each([
    [referenceTo("square-again"), "square-again"],
    [referenceTo("gone"), undefined],
    ["' OR 1=1", undefined],
  ])("finds by reference %s", async (reference, slug) => {
    expect((await opened.lookup.byReference(reference))?.slug).toBe(slug);
  });

  test.each([
    ["https://packet.example/news/night-ferry-2024", "ferry"],
    ["http://m.packet.example/news/night-ferry-2024/?fbclid=1", "ferry"],
    ["https://packet.example/news/night-ferry-2025", undefined],
    // The last of those with one address.
    ["https://gazette.example/bridge-closed", "square-again"],
    [LONG, "long"],
    ["%00", undefined],
    ["not an address", undefined],
  ])("finds by URL %s", async (url, slug) => {
    expect((await opened.lookup.byUrls([url])).get(url)?.slug).toBe(slug);
  });

  test("finds several URLs at once, each as it was asked for", async () => {
    const asked = [
      "https://packet.example/news/night-ferry-2024",
      "https://amp.packet.example/news/night-ferry-2024",
      "https://packet.example/unknown",
      LONG,
    ];
    const found = await opened.lookup.byUrls(asked);
    expect(Array.from(found, ([url, { slug }]) => [url, slug])).toEqual([
      [asked[0], "ferry"],
      [asked[1], "ferry"],
      [LONG, "long"],
    ]);
    expect(await opened.lookup.byUrls([])).toEqual(new Map());
  });

  test("names some, or all there are", async () => {
    expect(new Set(slugsOf(await opened.lookup.first(2))).size).toBe(2);
    const all = slugsOf(await opened.lookup.first(100));
    expect(all.toSorted()).toEqual(slugsOf(ARTICLES).toSorted());
    expect(await opened.lookup.count()).toBe(ARTICLES.length);
  });

  test("what an editor publishes, changes or withdraws shows in the next look-up", async () => {
    const { lookup, publish, withdraw } = opened;
    const pier = ["pier", "https://packet.example/pier-closes", "6 May 2026"] as const;
    await publish([fileOf(pier)]);
    const find = async () => [
      ...slugsOf(await lookup.bySlugs(["pier"])),
      (await lookup.byReference(referenceTo("pier")))?.slug,
      (await lookup.byUrls([pier[1]])).get(pier[1])?.slug,
    ];
    expect(await find()).toEqual(["pier", "pier", "pier"]);
    const moved = "https://packet.example/pier-moves";
    await publish([fileOf(["pier", moved, "6 May 2026"])]);
    expect(await find()).toEqual(["pier", "pier", undefined]);
    expect((await lookup.byUrls([moved])).get(moved)?.slug).toBe("pier");
    await withdraw("pier");
    expect(await find()).toEqual([undefined, undefined]);
  });
});

describe.skipIf(!hasPostgres())("articles in a database", () => {
  test("the latest are named first, those without a day last", async () => {
    const { lookup, publish } = await openInDatabase();
    await publish(WRITTEN);
    expect(slugsOf(await lookup.first(4))).toEqual(["ferry", "long", "bridge", "square-again"]);
    expect(slugsOf(await lookup.first(10)).slice(4)).toEqual(["square", "nul"]);
  });

  test("their number is known at once, also while the database is away, but the first one shows immediately", async () => {
    let now = 0;
    const { url, stop } = await startPostgres();
    const { database } = await openTestDatabase(url);
    const archive = openDatabaseArchive(database, () => now);
    const { count, bySlugs } = articleLookupInDatabase(database, archive, () => now);
    expect(await count()).toBe(0);
    await indexFiles(database, WRITTEN.slice(0, 1));
    expect(await count()).toBe(1);
    await indexFiles(database, WRITTEN);
    expect(await count()).toBe(1);
    now += 10_000;
    expect(await count()).toBe(1);
    await expect.poll(count).toBe(ARTICLES.length);

    await stop();
    now += 10_000;
    expect(await count()).toBe(ARTICLES.length);
    const problem = await bySlugs(["ferry"]).catch(databaseProblem);
    expect(problem).toMatchObject({ kind: "away" });
  });
});
