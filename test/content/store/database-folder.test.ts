import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openArticleStore } from "../../../src/content/store/article-store.ts";
import { followInMemory } from "../../../src/content/store/follow-in-memory.ts";
import { sql } from "../../../src/database/statement.ts";
import { eventually, temporaryFolder } from "../../support/bot-process.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../../support/postgres-server.ts";
import { openSmallDisk } from "../../support/small-disk.ts";

/** A replica with a folder and a STATE_DIR of its own, or with those of another one. */
async function startReplica(url: string, folder = temporaryFolder(), stateDir = temporaryFolder()) {
  const { database, logged } = await openTestDatabase(url);
  const stopping = new AbortController();
  onTestFinished(() => stopping.abort());
  let texts: readonly string[] = [];
  const update = followInMemory({
    folder,
    knownFile: join(stateDir, "articles-known.json"),
    store: openArticleStore(database),
    listen: database.listen,
    onArticles: async (articles) => {
      texts = articles.map(
        ({ slug, isOneOfSeveral, sections }) =>
          `${slug}${isOneOfSeveral === true ? "*" : ""}: ${sections[0]?.passages[0]?.text}`,
      );
      return Promise.resolve();
    },
    log: (sentence, fields = {}) =>
      void logged.push([sentence, ...Object.values(fields)].join(" | ")),
    signal: stopping.signal,
  });
  return {
    folder,
    stateDir,
    database,
    logged,
    update,
    stop: () => stopping.abort(),
    answersFrom: () => texts,
    save: (slug: string, text: string) =>
      writeFileSync(join(folder, `${slug}.md`), `# The ${slug}\n\n${text}\n`),
    remove: (slug: string) => rmSync(join(folder, `${slug}.md`)),
  };
}

describe.skipIf(!hasPostgres())("a folder of articles with a database", () => {
  test("what is saved in it reaches every replica", async () => {
    const { url } = await startPostgres();
    const editors = await startReplica(url);
    const other = await startReplica(url);
    editors.save("ferry", "It sails on Monday.");
    expect(await editors.update()).toBe("taken-up");
    expect(editors.answersFrom()).toEqual(["ferry: It sails on Monday."]);
    await eventually(() => expect(other.answersFrom()).toEqual(["ferry: It sails on Monday."]));

    editors.save("quay", "It is closed.");
    await editors.update();
    const both = ["ferry*: It sails on Monday.", "quay*: It is closed."];
    await eventually(() => expect(other.answersFrom()).toEqual(both));
    editors.remove("ferry");
    await editors.update();
    await eventually(() => expect(other.answersFrom()).toEqual(["quay: It is closed."]));
  });

  test("a folder that is empty or gone withdraws nothing", async () => {
    const { url } = await startPostgres();
    const replica = await startReplica(url);
    replica.save("ferry", "It sails on Monday.");
    await replica.update();
    rmSync(replica.folder, { recursive: true });
    expect(await replica.update()).toBe("taken-up");
    expect(replica.answersFrom()).toEqual(["ferry: It sails on Monday."]);
  });

  test("a faulty file keeps its last good version, and others go on", async () => {
    const replica = await startReplica((await startPostgres()).url);
    replica.save("ferry", "It sails on Monday.");
    replica.save("quay", "It is closed.");
    await replica.update();
    replica.save("ferry", "It sails on Tuesday. {kind=rumour}");
    replica.save("quay", "It is open.");
    expect(await replica.update()).toBe("mistakes");
    expect(replica.answersFrom()).toEqual(["ferry*: It sails on Monday.", "quay*: It is open."]);
    expect(replica.logged.join("\n")).toMatch(/ferry\.md:3/u);
  });

  test("an old copy of the folder takes nothing back at the next start", async () => {
    const { url } = await startPostgres();
    const first = await startReplica(url);
    first.save("ferry", "It sails on Monday.");
    await first.update();
    first.stop();
    const editors = await startReplica(url);
    editors.save("ferry", "It sails on Tuesday.");
    await editors.update();

    for (const stateDir of [first.stateDir, temporaryFolder()]) {
      const again = await startReplica(url, first.folder, stateDir);
      await again.update();
      expect(again.answersFrom()).toEqual(["ferry: It sails on Tuesday."]);
    }
    first.save("ferry", "It sails on Wednesday.");
    const again = await startReplica(url, first.folder, first.stateDir);
    await again.update();
    expect(again.answersFrom()).toEqual(["ferry: It sails on Wednesday."]);
  });

  test("edits of the same article in two folders are both kept", async () => {
    const { url } = await startPostgres();
    const [one, other] = [await startReplica(url), await startReplica(url)];
    for (const replica of [one, other]) {
      replica.save("ferry", "It sails on Monday.");
      await replica.update();
    }
    one.save("ferry", "It sails on Tuesday.");
    other.save("ferry", "It sails on Wednesday.");
    await Promise.all([one.update(), other.update()]);
    const rows = await one.database.run<{ text: string }>(sql`
      SELECT markdown AS text FROM articles UNION ALL SELECT files->>'ferry.md' FROM article_versions`);
    const days = rows.map(({ text }) => /on (\w+)/u.exec(text)?.[1]);
    expect(days).toEqual(expect.arrayContaining(["Monday", "Tuesday", "Wednesday"]));
    expect([...one.logged, ...other.logged].join("\n")).toContain(
      "both in the folder and elsewhere",
    );
  });

  test("what is saved while the database is away reaches it when it is back", async () => {
    const { url, kill, start } = await startPostgres();
    const replica = await startReplica(url);
    replica.save("ferry", "It sails on Monday.");
    await replica.update();
    await kill();
    replica.save("ferry", "It sails on Tuesday.");
    expect(await replica.update()).toBe("waiting");
    expect(replica.answersFrom()).toEqual(["ferry: It sails on Monday."]);
    await start();
    await eventually(() => expect(replica.answersFrom()).toEqual(["ferry: It sails on Tuesday."]));
  });

  test("a replica that missed what was sent catches up", async () => {
    const { url, asSuperuser } = await startPostgres();
    const [one, other] = [await startReplica(url), await startReplica(url)];
    one.save("ferry", "It sails on Monday.");
    await one.update();
    await eventually(() => expect(other.answersFrom()).toHaveLength(1));
    await asSuperuser(`UPDATE articles SET markdown = '# The ferry

It sails on Friday.', change = nextval('article_changes')`);
    await asSuperuser(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1'",
    );
    await eventually(() => expect(other.answersFrom()).toEqual(["ferry: It sails on Friday."]));
  });

  test("a database that was emptied or restored gets the folder again", async () => {
    const { url, asSuperuser } = await startPostgres();
    const replica = await startReplica(url);
    replica.save("ferry", "It sails on Monday.");
    await replica.update();
    await asSuperuser("TRUNCATE articles CASCADE; ALTER SEQUENCE article_changes RESTART");
    await replica.update();
    expect(replica.answersFrom()).toEqual(["ferry: It sails on Monday."]);
    expect(await replica.database.run(sql`SELECT slug, version FROM articles`)).toEqual([
      { slug: "ferry", version: 1 },
    ]);
  });

  test("a backup of an earlier version is brought up to date from the folder", async () => {
    const { url, asSuperuser } = await startPostgres();
    const replica = await startReplica(url);
    replica.save("ferry", "It sails on Monday.");
    await replica.update();
    await asSuperuser("CREATE TABLE backup AS SELECT * FROM articles");
    for (const day of ["Tuesday", "Wednesday"]) {
      replica.save("ferry", `It sails on ${day}.`);
      await replica.update();
    }
    await asSuperuser("TRUNCATE articles CASCADE; INSERT INTO articles SELECT * FROM backup");
    await replica.update();
    expect(replica.answersFrom()).toEqual(["ferry: It sails on Wednesday."]);
  });

  test("an article that the database refuses keeps no other one out", async () => {
    const { url, asSuperuser } = await startPostgres();
    await openTestDatabase(url);
    await asSuperuser("ALTER TABLE articles ADD CHECK (title <> 'The quay')");
    const replica = await startReplica(url);
    for (const slug of ["ferry", "quay", "tower"]) replica.save(slug, "It is open.");
    expect(await replica.update()).toBe("mistakes");
    expect(replica.answersFrom()).toEqual(["ferry*: It is open.", "tower*: It is open."]);
    expect(replica.logged.join("\n")).toMatch(/quay\.md:1: the database refuses this article/u);
  });

  test("what is being edited is not read when another replica changes something", async () => {
    const { url } = await startPostgres();
    const [one, other] = [await startReplica(url), await startReplica(url)];
    await other.update();
    one.save("quay", "It is closed.");
    await one.update();
    other.save("ferry", "It sails on");
    await eventually(() => expect(other.answersFrom()).toEqual(["quay: It is closed."]));
    one.save("quay", "It is open.");
    await one.update();
    await eventually(() => expect(other.answersFrom()).toEqual(["quay: It is open."]));
  });

  test("what a full disk does not take is taken once there is room", async () => {
    const { url, moveTo } = await startPostgres();
    const disk = openSmallDisk("24m");
    if (!disk) {
      console.warn("SKIPPED: this user may not mount a small disk");
      return;
    }
    await moveTo(disk.folder);
    const replica = await startReplica(url);
    replica.save("ferry", "It sails on Monday.");
    await replica.update();
    disk.fill();
    const long = Array.from({ length: 4000 }, (_, number) => `It sails on day ${number * 7919}.`);
    replica.save("ferry", long.join(" "));
    expect(await replica.update()).toBe("waiting");
    expect(replica.answersFrom()).toEqual(["ferry: It sails on Monday."]);
    expect(replica.logged.join("\n")).toContain("out of disk");
    disk.free();
    await eventually(() => expect(replica.answersFrom()[0]).toContain("day 7919."));
  });

  test("a read-only database answers as it is, and takes what was saved when it is writable", async () => {
    const { url, asSuperuser } = await startPostgres();
    const replica = await startReplica(url);
    replica.save("ferry", "It sails on Monday.");
    await replica.update();
    await asSuperuser("ALTER SYSTEM SET default_transaction_read_only = on");
    await asSuperuser("SELECT pg_reload_conf()");
    await eventually(async () =>
      expect(await replica.database.run(sql`SHOW transaction_read_only`)).toEqual([
        { transaction_read_only: "on" },
      ]),
    );
    replica.save("ferry", "It sails on Tuesday.");
    expect(await replica.update()).toBe("waiting");
    expect(replica.logged.join("\n")).toContain("the database is read-only");
    await asSuperuser("ALTER SYSTEM RESET ALL");
    await asSuperuser("SELECT pg_reload_conf()");
    await eventually(() => expect(replica.answersFrom()).toEqual(["ferry: It sails on Tuesday."]));
  });
});
