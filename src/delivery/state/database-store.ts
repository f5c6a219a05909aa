import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../database/database.ts";
import { databaseProblem } from "../../database/database-problem.ts";
import { sql } from "../../database/statement.ts";
import { outboxInDatabase } from "../outbox/database-outbox.ts";
import { leasesInDatabase, stateInDatabase } from "./database-state.ts";
import type { OpenSharedStore, Replica } from "./shared-store.ts";

/** A database that takes longer counts as down: every update waits for it twice. */
const ANSWER_MS = 500;
/** By then the database has ended a statement that still runs, so that it holds neither locks nor a connection. */
const STATEMENT_TIMEOUT_MS = 2500;
/** Long enough to know whether an owed answer is stored: one stored here and there would be sent twice. */
const STORED_MS = 3000;
/** Soon enough after rows expire that nothing is kept much longer than docs/privacy.md says. */
const EXPIRE_EVERY_MS = 5000;
const ROWS_AT_ONCE = 1000;

/** The database as what replicas share, with connections of its own: no other statement holds up delivery. */
export function databaseStore(url: string): OpenSharedStore {
  return async () => {
    const { connectDatabase } = await import("../../database/database.ts");
    const database = await connectDatabase({
      url,
      // Its problems are told where replicas work alone.
      log: () => {},
      statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    });
    const ask = withinMs(database.run, ANSWER_MS);
    const store = withinMs(database.run, STORED_MS);
    const stopExpiring = keepExpiring(database.run);
    const shared = {
      part: "replicas",
      name: "the database",
      whyDown: whyDatabaseIsDown,
      state: (replica: Replica) => stateInDatabase(ask, replica),
      outbox: (botId: number) => outboxInDatabase({ ask, store }, botId),
      leases: (botId: number) => leasesInDatabase(ask, botId),
      close: () => {
        stopExpiring();
        // Leftover connections do not delay the end.
        database.close().catch(() => undefined);
      },
    } as const;
    return { kind: "opened", store: shared };
  };
}

/** Its own code, so that it counts as slow. */
class LateAnswer extends Error {
  readonly code = "NO_ANSWER";
}

const STEPS = 10;

/** Waits in steps: a time in which the process was busy counts as one of them, since the database was not slow. */
function withinMs(run: Database["run"], ms: number): Database["run"] {
  return (statement) =>
    new Promise((resolve, reject) => {
      let left = STEPS;
      let timer = setTimeout(wait, ms / STEPS);
      function wait(): void {
        left -= 1;
        if (left > 0) timer = setTimeout(wait, ms / STEPS);
        // An answer that has arrived meanwhile counts.
        else setImmediate(() => reject(new LateAnswer()));
      }
      run<never>(statement)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
}

function whyDatabaseIsDown(error: unknown): string {
  const { what, code } = databaseProblem(error);
  return `${what} (${code})`;
}

/** Deletes what has expired, while the process runs and the database takes it. */
function keepExpiring(run: Database["run"]): () => void {
  const stopping = new AbortController();
  void (async () => {
    while (!stopping.signal.aborted) {
      const isMore = await expireRows(run).catch(() => false);
      if (!isMore)
        await sleep(EXPIRE_EVERY_MS, undefined, { signal: stopping.signal, ref: false }).catch(
          () => undefined,
        );
    }
  })();
  return () => stopping.abort();
}

async function expireRows(run: Database["run"]): Promise<boolean> {
  const [row] = await run<{ readonly more: boolean }>(
    sql`SELECT expire_shared(${ROWS_AT_ONCE}) AS more`,
  );
  return row?.more === true;
}
