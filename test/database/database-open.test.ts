import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { sql } from "../../src/database/statement.ts";
import { eventually } from "../support/bot-process.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";

function opening(url: string) {
  const stopping = new AbortController();
  const logged: string[] = [];
  const log = (sentence: string, fields = {}) =>
    void logged.push([sentence, ...Object.values(fields)].join(" | "));
  const opened = openDatabase({ url, log, signal: stopping.signal });
  onTestFinished(async () => {
    stopping.abort();
    const result = await opened;
    if (result.kind === "open") await result.database.close();
  });
  return { opened, logged, stop: () => stopping.abort() };
}

describe.skipIf(!hasPostgres())("a database", () => {
  test("is opened with its tables, by several replicas at once", async () => {
    const { url, password } = await startPostgres();
    const replicas = await Promise.all([
      openTestDatabase(url),
      openTestDatabase(url),
      openTestDatabase(url),
    ]);
    for (const { database } of replicas)
      expect(await database.run(sql`SELECT count(*) FROM articles`)).toEqual([{ count: 0 }]);
    const logged = replicas.flatMap((replica) => replica.logged);
    expect(logged.filter((line) => line.includes("were brought up to date"))).toHaveLength(1);
    expect(logged.join()).not.toContain(password);
  });

  test("that is away is waited for", async () => {
    const { url, stop, start } = await startPostgres();
    await stop();
    const { opened, logged } = opening(url);
    await eventually(() => expect(logged.join()).toContain("cannot be reached"));
    await start();
    expect(await opened).toMatchObject({ kind: "open" });
  });

  test("all of a transaction is done, or nothing of it", async () => {
    const { database } = await openTestDatabase((await startPostgres()).url);
    await database.run(sql`CREATE TABLE days (day date PRIMARY KEY)`);
    await database.transaction(async (run) => {
      await run(sql`INSERT INTO days VALUES (${"2026-02-03"})`);
    });
    const failing = database.transaction(async (run) => {
      await run(sql`INSERT INTO days VALUES (${"2026-02-04"})`);
      await run(sql`INSERT INTO days VALUES (${"2026-02-03"})`);
    });
    await expect(failing).rejects.toThrow("duplicate key");
    expect(await database.run(sql`SELECT day FROM days`)).toEqual([{ day: "2026-02-03" }]);
  });

  test("tells listeners what is sent, and when to catch up", async () => {
    const { url, kill, start } = await startPostgres();
    const { database, logged } = await openTestDatabase(url);
    const heard: string[] = [];
    database.listen("articles", {
      onNotice: (payload) => heard.push(payload),
      onConnected: () => heard.push("connected"),
    });
    await eventually(() => expect(heard).toEqual(["connected"]));
    await database.run(sql`SELECT pg_notify('articles', ${"ferry"})`);
    await eventually(() => expect(heard).toEqual(["connected", "ferry"]));
    await kill();
    await start();
    await eventually(() => expect(heard).toEqual(["connected", "ferry", "connected"]));
    expect(logged.at(-1)).toBe("the database works again");
  });
});
