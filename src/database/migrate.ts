import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import type { Log } from "../logging/log.ts";

/** The bundle of `npm start` is in node_modules/.cache/ask-the-article. */
const FOLDER = fileURLToPath(
  import.meta.url.endsWith(".ts")
    ? new URL("migrations", import.meta.url)
    : new URL("../../../src/database/migrations", import.meta.url),
);
const DONE_TABLE = "bot_migrations";
/** Any number that nothing else locks: "article" as digits of a phone. */
const LOCK = 2784253;
const LOCK_PAUSE_MS = 200;

type Migrated =
  | { readonly kind: "up-to-date" }
  /** A newer version of the bot has changed the tables. */
  | { readonly kind: "newer"; readonly unknown: readonly string[] };

/**
 * Brings the tables up to date. Of several processes one does, and the others wait. All of it is one
 * transaction, so that a process that is killed leaves the tables as they were.
 */
export async function migrateDatabase(
  client: Client,
  log: Log,
  signal: AbortSignal,
  folder = FOLDER,
): Promise<Migrated> {
  const known = migrationsIn(folder);
  const before = await doneIn(client);
  const unknown = before.filter((name) => !known.includes(name));
  if (unknown.length > 0) return { kind: "newer", unknown };
  if (known.every((name) => before.includes(name))) return { kind: "up-to-date" };

  await lockMigrations(client, log, signal);
  const { runner } = await import("node-pg-migrate");
  const { length } = await runner({
    dbClient: client,
    dir: folder,
    direction: "up",
    migrationsTable: DONE_TABLE,
    singleTransaction: true,
    // Several branches may add migrations at the same time.
    checkOrder: false,
    noLock: true,
    log: () => undefined,
  });
  if (length > 0) log("the tables of the database were brought up to date", { migrations: length });
  return { kind: "up-to-date" };
}

function migrationsIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((file) =>
    file.endsWith(".sql") ? [file.slice(0, -".sql".length)] : [],
  );
}

async function doneIn(client: Client): Promise<readonly string[]> {
  const found = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('public.${DONE_TABLE}') IS NOT NULL AS exists`,
  );
  if (found.rows[0]?.exists !== true) return [];
  const done = await client.query<{ name: string }>(`SELECT name FROM public.${DONE_TABLE}`);
  return done.rows.map(({ name }) => name);
}

/** Held until the connection closes, however the process ends. */
async function lockMigrations(client: Client, log: Log, signal: AbortSignal): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await client.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_lock(${LOCK}) AS locked`,
    );
    if (rows[0]?.locked === true) return;
    if (tries === 0) log("another replica brings the tables of the database up to date: waiting");
    await sleep(LOCK_PAUSE_MS, undefined, { signal });
  }
}
