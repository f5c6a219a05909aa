import { expect, onTestFinished, test } from "vitest";
import { databaseStore } from "../../../src/delivery/state/database-store.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../../support/postgres-server.ts";

/** Longer than the database has for an answer. */
const BUSY_MS = 1000;

function keepBusy(): void {
  const end = performance.now() + BUSY_MS;
  while (performance.now() < end);
}

test.skipIf(!hasPostgres())(
  "a process that is busy does not take the database for slow",
  async () => {
    const { url } = await startPostgres();
    await openTestDatabase(url);
    const opened = await databaseStore(url)();
    if (opened.kind !== "opened") throw new Error("the store is not open");
    onTestFinished(opened.store.close);
    const held = opened.store.leases(7).hold("feeds", "holder", 60_000);
    // Its first connection takes several turns of the event loop.
    keepBusy();
    await expect(held).resolves.toBe(true);
  },
);
