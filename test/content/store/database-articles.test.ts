import { describe, expect, test } from "vitest";
import { parseLibrary } from "../../../src/article/loading/parse-library.ts";
import { type ArticleStore, openArticleStore } from "../../../src/content/store/article-store.ts";
import { digestOfFiles } from "../../../src/content/store/stored-article.ts";
import { sql } from "../../../src/database/statement.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../../support/postgres-server.ts";

async function openStore() {
  const { url } = await startPostgres();
  const { database } = await openTestDatabase(url);
  return { database, store: openArticleStore(database) };
}

/** An article of these files, by their names. */
function stored(files: Readonly<Record<string, string>>) {
  const read = Object.entries(files).map(([path, text]) => ({ path, text }));
  const library = parseLibrary(read, []);
  if (library.kind === "faulty") throw new Error(JSON.stringify(library.diagnostics));
  const [article] = library.articles;
  if (!article) throw new Error("no article");
  return { article, files: read, digest: digestOfFiles(read) };
}

function write(
  store: ArticleStore,
  slug: string,
  expected: number | undefined,
  to: ReturnType<typeof stored> | "withdrawn",
) {
  return store.write([{ slug, expected, to }], "folder").then((outcomes) => outcomes.get(slug));
}

const FERRY = {
  "ferry.md": `---
source:
  publisher: The Harbour Times
  published: 3 February 2026
people:
  orla:
    name: Orla Quinn
    capacity: harbour master
    aliases: [the harbour master]
---

# The ferry sails again

The ferry sails on Monday. {by=orla kind=announcement}

The quay is closed.
`,
};

describe.skipIf(!hasPostgres())("articles in the database", () => {
  test("come back as they were written, translations included", async () => {
    const { database, store } = await openStore();
    const plain = stored({
      "quay.md": "# The quay\n\nIt is closed.\n",
      "quay.uk.md": "# Набережна\n\nВона зачинена. {#it-is-closed}\n",
    });
    await write(store, "quay", undefined, plain);
    const { articles, diagnostics } = await store.articlesBySlug(["quay", "unknown"]);
    expect(diagnostics).toEqual([]);
    expect(articles).toMatchObject([
      { slug: "quay", title: "The quay", translations: [{ language: "uk", title: "Набережна" }] },
    ]);
    expect(await database.run(sql`SELECT title FROM article_translations`)).toEqual([
      { title: "Набережна" },
    ]);
  });

  test("have their source and people in columns", async () => {
    const { database, store } = await openStore();
    await write(store, "ferry", undefined, stored(FERRY));
    expect(await store.list({ limit: 10 })).toEqual([
      {
        slug: "ferry",
        title: "The ferry sails again",
        language: "en",
        publisher: "The Harbour Times",
        publishedOn: "2026-02-03",
      },
    ]);
    expect(
      await database.run(sql`SELECT name, capacity, aliases FROM article_people ORDER BY id`),
    ).toContainEqual({
      name: "Orla Quinn",
      capacity: "harbour master",
      aliases: ["the harbour master"],
    });
  });

  test("are not overwritten by whoever has not seen the latest version", async () => {
    const { database, store } = await openStore();
    const [one, other] = ["Monday", "Tuesday"].map((day) =>
      stored({ "ferry.md": `# The ferry\n\nIt sails on ${day}.\n` }),
    );
    if (!one || !other) throw new Error("two are needed");
    expect(await write(store, "ferry", undefined, one)).toEqual({ kind: "written", version: 1 });
    const both = await Promise.all([
      write(store, "ferry", 1, other),
      write(store, "ferry", 1, one),
    ]);
    expect(new Set(both.map((outcome) => outcome?.kind))).toEqual(new Set(["conflict", "written"]));
    expect(await write(store, "ferry", undefined, one)).toEqual({ kind: "conflict" });
    expect(await write(store, "ferry", 2, "withdrawn")).toEqual({ kind: "written", version: 3 });
    expect(await write(store, "ferry", 3, one)).toEqual({ kind: "written", version: 4 });

    const versions = await database.run(
      sql`SELECT version, files->>'ferry.md' AS text, withdrawn FROM article_versions ORDER BY version`,
    );
    expect(versions).toMatchObject([
      { version: 1, text: "# The ferry\n\nIt sails on Monday.\n", withdrawn: false },
      { version: 2, withdrawn: false },
      { version: 3, withdrawn: true },
    ]);
  });

  test("tell what has changed since", async () => {
    const { store } = await openStore();
    const names = ["a", "b", "c"];
    const writes = names.map((slug) => ({
      slug,
      expected: undefined,
      to: stored({ [`${slug}.md`]: `# ${slug}\n\nText.\n` }),
    }));
    await store.write(writes, "folder");
    const first = await store.changesSince(0);
    expect(first).toMatchObject({ changed: names, withdrawn: [] });
    expect((await store.changesSince(0, { articles: 9, bytes: 1 })).changed).toHaveLength(1);
    expect(await store.changesSince(first.latest)).toEqual({
      latest: first.latest,
      changed: [],
      withdrawn: [],
    });
    await write(store, "a", 1, "withdrawn");
    await write(store, "b", 1, stored({ "b.md": "# B\n\nOther text.\n" }));
    expect(await store.changesSince(first.latest)).toMatchObject({
      changed: ["b"],
      withdrawn: ["a"],
    });
    expect((await store.list({ limit: 1 })).map(({ slug }) => slug)).toEqual(["b"]);
    expect((await store.list({ after: "b", limit: 5 })).map(({ slug }) => slug)).toEqual(["c"]);
    expect((await store.articlesBySlug(names)).articles.map(({ slug }) => slug)).toEqual([
      "b",
      "c",
    ]);
  });

  test.each(["'); DROP TABLE articles; --", "$1 \\' \" %s {} 💥", "половина \ud83d знака"])(
    "keep a title of any letters: %s",
    async (title) => {
      const { store } = await openStore();
      const found = stored({ "ferry.md": "# The ferry\n\nIt sails.\n" });
      await write(store, "ferry", undefined, { ...found, article: { ...found.article, title } });
      const [listed] = await store.list({ limit: 10 });
      expect(listed?.title).toBe(title.replace(/\p{Surrogate}/gu, "\uFFFD"));
    },
  );
});
