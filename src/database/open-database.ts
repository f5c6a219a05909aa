import { setTimeout as sleep } from "node:timers/promises";
import { connectionForLongWork, placeOfDatabase } from "./connection-settings.ts";
import { connectDatabase, type Database, type DatabaseOptions } from "./database.ts";
import { type DatabaseProblem, databaseProblem } from "./database-problem.ts";
import { migrateDatabase } from "./migrate.ts";

export type OpenedDatabase =
  | { readonly kind: "open"; readonly database: Database }
  /** Only an operator can fix it. */
  | { readonly kind: "refused"; readonly problem: string }
  /** The process is to stop before the database is there. */
  | { readonly kind: "stopped" };

/** PostgreSQL 15.0. */
const OLDEST_VERSION = 150_000;
const MIN_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5000;
/** While the database is away, the log says so this often. */
const REPEAT_MS = 60_000;

/** Opens the database with its tables up to date. While it is away, waits and says so. */
export async function openDatabase(
  options: DatabaseOptions & { readonly signal: AbortSignal },
): Promise<OpenedDatabase> {
  const { url, log, signal, onProblem } = options;
  let saidAt = -Infinity;
  for (let pauseMs = MIN_PAUSE_MS; !signal.aborted; pauseMs = nextPause(pauseMs)) {
    const failure = await prepare(options);
    if (failure === undefined) {
      if (saidAt >= 0) onProblem?.(undefined);
      log("the database is used", { at: placeOfDatabase(url) });
      return { kind: "open", database: await connectDatabase(options) };
    }
    if (signal.aborted) break;
    if (failure.kind === "refused") return { kind: "refused", problem: failure.what };
    if (performance.now() - saidAt > REPEAT_MS) {
      log(`${failure.what}; the bot starts as soon as it works`, { error: failure.code });
      onProblem?.(failure);
      saidAt = performance.now();
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
  return { kind: "stopped" };
}

function nextPause(pauseMs: number): number {
  return Math.min(2 * pauseMs, MAX_PAUSE_MS);
}

/** Checks the server and its tables; resolves with what is in the way. */
async function prepare({
  url,
  log,
  signal,
}: DatabaseOptions & { readonly signal: AbortSignal }): Promise<DatabaseProblem | undefined> {
  const { Client } = await import("pg");
  try {
    const client = new Client(connectionForLongWork(url));
    client.on("error", () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ version: number }>(
        "SELECT current_setting('server_version_num')::integer AS version",
      );
      if ((rows[0]?.version ?? 0) < OLDEST_VERSION) return refused(TOO_OLD);
      const migrated = await migrateDatabase(client, log, signal);
      return migrated.kind === "newer" ? refused(newer(migrated.unknown)) : undefined;
    } finally {
      await client.end().catch(() => undefined);
    }
  } catch (error) {
    return whyNotPrepared(error);
  }
}

/** A statement that fails here would fail again at the next start. */
function whyNotPrepared(error: unknown): DatabaseProblem {
  const problem = databaseProblem(error);
  if (problem.kind !== "fault") return problem;
  const what = problem.code.startsWith("42P07")
    ? "the database holds tables of something else: give the bot a database of its own"
    : `the tables of the database cannot be brought up to date (${problem.code}): restore a backup, or start the earlier version of the bot`;
  return refused(what);
}

function refused(what: string): DatabaseProblem {
  return { kind: "refused", what, code: "REFUSED" };
}

const TOO_OLD = "the database is older than PostgreSQL 15: upgrade it (pg_upgrade)";

function newer(unknown: readonly string[]): string {
  return `the tables of the database are of a newer version of the bot (${unknown.join(", ")}): start that version again, or restore a backup`;
}
