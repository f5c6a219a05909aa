import { describe, expect, onTestFinished, test } from "vitest";
import { connectDatabase } from "../../src/database/database.ts";
import { sql } from "../../src/database/statement.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";

const USUAL_MS = 100;
const LONG_MS = 60_000;
/** Longer than the server gives a statement, and than the client waits for its answer. */
const SECONDS = 3;

describe.skipIf(!hasPostgres())("work that is known to take long", () => {
  test("may take longer than other statements, which keep their limit", async () => {
    const { url } = await startPostgres();
    const database = await connectDatabase({ url, log: () => {}, statementTimeoutMs: USUAL_MS });
    onTestFinished(database.close);

    const slowly = sql`SELECT pg_sleep(${SECONDS}), 'done' AS state`;
    const found = await database.transaction(async (run) => run(slowly), {
      statementTimeoutMs: LONG_MS,
    });
    expect(found).toMatchObject([{ state: "done" }]);
    await expect(database.run(slowly)).rejects.toMatchObject({ code: "57014" });
  });

  test("may pause between two statements", async () => {
    const { url } = await startPostgres();
    const database = await connectDatabase({ url, log: () => {} });
    onTestFinished(database.close);
    const limit = sql`SELECT current_setting('idle_in_transaction_session_timeout') AS pause`;
    const long = database.transaction(async (run) => run(limit), { statementTimeoutMs: LONG_MS });
    expect(await long).toEqual([{ pause: "1min" }]);
    expect(await database.run(limit)).toEqual([{ pause: "10s" }]);
  });
});
