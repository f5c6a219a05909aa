import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { type DatabaseProblem, databaseProblem } from "../../src/database/database-problem.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { sql, type Statement } from "../../src/database/statement.ts";
import { articleFolder } from "../support/article-folder.ts";
import { eventually, run } from "../support/bot-process.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { selfSignedCertificate } from "../support/self-signed-certificate.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";

function opening(url: string) {
  const stopping = new AbortController();
  const logged: string[] = [];
  const problems: (DatabaseProblem | undefined)[] = [];
  const opened = openDatabase({
    url,
    log: (sentence, fields = {}) =>
      void logged.push([sentence, ...Object.values(fields)].join(" | ")),
    signal: stopping.signal,
    onProblem: (problem) => problems.push(problem),
  });
  onTestFinished(async () => {
    stopping.abort();
    const result = await opened;
    if (result.kind === "open") await result.database.close();
  });
  return { opened, logged, problems };
}

/** Whether a connection is encrypted, or why there is none. */
async function opens(url: string) {
  const result = await opening(url).opened;
  if (result.kind !== "open") return result;
  const [row] = await result.database.run(
    sql`SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()`,
  );
  return row;
}

type Server = Awaited<ReturnType<typeof startPostgres>>;

describe.skipIf(!hasPostgres())("a database at the start", () => {
  test.each<[string, (server: Server) => Promise<unknown>, (url: string) => string, string]>([
    [
      "with another password",
      async () => undefined,
      (url) => url.replace(/:[^:@/]+@/u, ":another-secret@"),
      "the password or the user in DATABASE_URL is wrong",
    ],
    [
      "without a password",
      async () => undefined,
      (url) => url.replace(/:[^:@/]+@/u, "@"),
      "the password or the user in DATABASE_URL is wrong",
    ],
    [
      "with a user that there is not",
      async () => undefined,
      (url) => url.replace("bot:", "nobody:"),
      "the password or the user in DATABASE_URL is wrong",
    ],
    [
      "that does not exist",
      async () => undefined,
      (url) => url.replace(/bot$/u, "archive"),
      "the database that DATABASE_URL names does not exist",
    ],
    [
      "in which the user may not make tables",
      async ({ asSuperuser }) => asSuperuser("ALTER DATABASE bot OWNER TO postgres"),
      (url) => url,
      "the user in DATABASE_URL lacks rights",
    ],
    [
      "to which the user may not connect",
      async ({ asSuperuser }) =>
        asSuperuser(
          "ALTER DATABASE bot OWNER TO postgres; REVOKE CONNECT ON DATABASE bot FROM PUBLIC",
        ),
      (url) => url,
      "the user in DATABASE_URL lacks rights",
    ],
    [
      "without TLS",
      async () => undefined,
      (url) => `${url}?sslmode=verify-full`,
      "the database offers no TLS",
    ],
    [
      "with an authority that cannot be read",
      async () => undefined,
      (url) => `${url}?sslmode=verify-full&sslrootcert=/no/such/file.pem`,
      "a file that DATABASE_URL names cannot be read",
    ],
    [
      "of a newer version of the bot",
      async ({ asSuperuser }) =>
        asSuperuser(`CREATE TABLE bot_migrations (id serial, name text, run_on timestamp);
          INSERT INTO bot_migrations (name) VALUES ('9901_more'); GRANT ALL ON bot_migrations TO bot`),
      (url) => url,
      "the tables of the database are of a newer version of the bot (9901_more)",
    ],
    [
      "that is older than PostgreSQL 15",
      async ({ asSuperuser }) =>
        asSuperuser(`CREATE SCHEMA older; GRANT USAGE ON SCHEMA older TO bot;
          CREATE FUNCTION older.current_setting(text) RETURNS text LANGUAGE sql AS $$ SELECT '140019' $$;
          ALTER ROLE bot SET search_path = older, pg_catalog, public`),
      (url) => url,
      "the database is older than PostgreSQL 15",
    ],
    [
      "with tables of something else",
      async ({ asSuperuser }) => asSuperuser("CREATE TABLE articles (id integer)"),
      (url) => url,
      "the database holds tables of something else",
    ],
  ])("%s is refused with the way out", async (_name, prepare, change, sentence) => {
    const server = await startPostgres();
    await prepare(server);
    const { opened, logged } = opening(change(server.url));
    const result = await opened;
    expect(result).toMatchObject({ kind: "refused", problem: expect.stringContaining(sentence) });
    for (const secret of [server.password, "another-secret"])
      expect([...logged, JSON.stringify(result)].join("\n")).not.toContain(secret);
  });

  test("with TLS is what sslmode asks for", async () => {
    const certificate = selfSignedCertificate("localhost");
    const authority = join(articleFolder({ "authority.pem": certificate.cert }), "authority.pem");
    const { url } = await startPostgres({ certificate });
    const named = url.replace("127.0.0.1", "localhost");
    expect(await opens(`${named}?sslmode=require`)).toEqual({ ssl: true });
    expect(await opens(`${named}?sslmode=disable`)).toEqual({ ssl: false });
    const verified = `?sslmode=verify-full&sslrootcert=${authority}`;
    expect(await opens(`${named}${verified}`)).toEqual({ ssl: true });
    const untrusted = {
      kind: "refused",
      problem: expect.stringContaining("certificate is not trusted"),
    };
    expect(await opens(`${named}?sslmode=verify-full`)).toEqual(untrusted);
    expect(await opens(`${url}${verified}`)).toEqual(untrusted);
  });

  test("that is read-only, or has no connection left, is waited for", async () => {
    const { url, asSuperuser } = await startPostgres();
    await asSuperuser("ALTER ROLE bot SET default_transaction_read_only = on");
    const { opened, logged, problems } = opening(url);
    await eventually(() => expect(logged.join("\n")).toContain("the database is read-only"));
    await asSuperuser("ALTER ROLE bot CONNECTION LIMIT 0");
    await asSuperuser("ALTER ROLE bot RESET default_transaction_read_only");
    await sleep(1000);
    await asSuperuser("ALTER ROLE bot CONNECTION LIMIT -1");
    expect(await opened).toMatchObject({ kind: "open" });
    expect(problems.map((problem) => problem?.kind)).toEqual(["read-only", undefined]);
  });

  test("in which a migration was killed is as it was before, and the next start makes it", async () => {
    const { url, asSuperuser } = await startPostgres();
    const folder = articleFolder({
      "0101_first.sql": "CREATE TABLE first (id integer);",
      "0102_second.sql": "CREATE TABLE second (id integer); SELECT pg_sleep(600);",
    });
    const environment = { DATABASE_URL: url, MIGRATIONS: folder };
    const command = ["node", "--import", "tsx", "test/database/migrate-slowly.ts"];
    const killed = run(command, environment);
    const waiting =
      "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()";
    await eventually(async () => expect(await asSuperuser(waiting)).toHaveLength(1));
    const second = run(command, environment);
    await eventually(() => expect(second.printed()).toContain("another replica brings the tables"));
    second.child.kill("SIGKILL");
    killed.child.kill("SIGKILL");
    await killed.ended;
    // The server notices when it next talks to the client.
    await asSuperuser(waiting.replace("SELECT pid", "SELECT pg_terminate_backend(pid)"));
    const tables = "SELECT relname FROM pg_class WHERE relname IN ('first', 'second')";
    await eventually(async () => expect(await asSuperuser(tables)).toEqual([]));

    const whole = articleFolder({
      "0101_first.sql": "CREATE TABLE first (id integer);",
      "0102_second.sql": "CREATE TABLE second (id integer);",
    });
    const again = run(command, { ...environment, MIGRATIONS: whole });
    expect(await again.ended).toBe(0);
    expect(await asSuperuser(tables)).toHaveLength(2);
  });
});

describe.skipIf(!hasPostgres())("a database in use", () => {
  test("that is killed and restarted fails what is under way, and does the rest", async () => {
    const { url, kill, start } = await startPostgres();
    const { database, logged } = await openTestDatabase(url);
    const failure = async (statement: Statement) => {
      const error: unknown = await database.run(statement).catch((thrown: unknown) => thrown);
      return databaseProblem(error).kind;
    };
    const underWay = failure(sql`SELECT pg_sleep(4)`);
    await sleep(200);
    await kill();
    expect(await underWay).toBe("away");
    expect(await failure(sql`SELECT 1`)).toBe("away");
    await start();
    expect(await database.run(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    expect(logged.slice(-2).map((line) => line.split(" | ")[0])).toEqual([
      "the database cannot be reached: check that it runs, and the host and port in DATABASE_URL",
      "the database works again",
    ]);
  });

  test("whose lock somebody holds gives up in time, and goes on", async () => {
    const { url, asSuperuser } = await startPostgres();
    const { database, logged } = await openTestDatabase(url);
    const held = asSuperuser("BEGIN; LOCK TABLE articles; SELECT pg_sleep(4); COMMIT");
    await sleep(300);
    const askedAt = performance.now();
    const asking = Array.from({ length: 20 }, () =>
      database.run(sql`SELECT count(*) FROM articles`),
    );
    const outcomes = await Promise.allSettled(asking);
    expect(outcomes.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
    expect(performance.now() - askedAt).toBeLessThan(10_000);
    await held;
    expect(await database.run(sql`SELECT count(*) FROM articles`)).toEqual([{ count: 0 }]);
    expect(logged.join("\n")).toContain("takes too long");
  });

  test("that is read-only is still read", async () => {
    const { url, asSuperuser } = await startPostgres();
    const { database, logged } = await openTestDatabase(url);
    await asSuperuser("ALTER SYSTEM SET default_transaction_read_only = on");
    await asSuperuser("SELECT pg_reload_conf()");
    await eventually(() =>
      expect(database.run(sql`UPDATE articles SET title = title`)).rejects.toThrow("read-only"),
    );
    expect(await database.run(sql`SELECT count(*) FROM articles`)).toEqual([{ count: 0 }]);
    expect(logged.join("\n")).toContain("the database is read-only");
  });

  test("with no connection left says so, and each question fails in time", async () => {
    const { url, asSuperuser } = await startPostgres();
    const { database, logged } = await openTestDatabase(url);
    await asSuperuser("ALTER ROLE bot CONNECTION LIMIT 1");
    const asking = Array.from({ length: 4 }, () => database.run(sql`SELECT pg_sleep(0.3)`));
    const outcomes = await Promise.allSettled(asking);
    expect(outcomes.some(({ status }) => status === "rejected")).toBe(true);
    expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(logged.join("\n")).toContain("no connection to the database is free");
    await asSuperuser("ALTER ROLE bot CONNECTION LIMIT -1");
    await eventually(async () => void (await database.run(sql`SELECT 1`)));
  });

  test("that hangs is noticed", async () => {
    const { url, freeze, thaw } = await startPostgres();
    const { database, logged } = await openTestDatabase(url);
    await database.run(sql`SELECT 1`);
    freeze();
    onTestFinished(thaw);
    await expect(database.run(sql`SELECT 1`)).rejects.toThrow("Query read timeout");
    expect(logged.join("\n")).toContain("takes too long");
    thaw();
    await eventually(async () => void (await database.run(sql`SELECT 1`)));
  });
});
