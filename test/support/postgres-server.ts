import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { onTestFinished } from "vitest";
import { eventually } from "./bot-process.ts";
import type { Certificate } from "./self-signed-certificate.ts";
import { freePort } from "./webhook-bot.ts";

/** Where Debian has the programs that are not for everybody's PATH; the newest version last. */
const DEBIAN_FOLDER = "/usr/lib/postgresql";

/** Whether PostgreSQL is installed. Without it, its tests are skipped with a warning; in CI that fails. */
export function hasPostgres(): boolean {
  if (spawnSync(program("postgres"), ["--version"]).status === 0) return true;
  if (process.env["CI"] === "true") throw new Error("no PostgreSQL → install Debian's postgresql");
  console.warn("SKIPPED: the database is not tested, for PostgreSQL is not installed");
  return false;
}

type PostgresOptions = {
  /** Lines of postgresql.conf, such as `max_connections=5`. */
  readonly settings?: readonly string[];
  /** Offers TLS with it. */
  readonly certificate?: Certificate;
  /** Instead of a temporary folder: on a small disk, for example. */
  readonly folder?: string;
  /** Gets what ends the server: by default, it ends with the test. */
  readonly whenDone?: (end: () => Promise<void>) => void;
};

const PASSWORD = "p@ss-of-the-bot";

/**
 * A PostgreSQL server for one test: its user `bot` owns the database `bot`. `asSuperuser` runs a statement as one, in that
 * database.
 */
export async function startPostgres({
  settings = [],
  certificate,
  folder,
  whenDone = onTestFinished,
}: PostgresOptions = {}) {
  const port = await freePort();
  const own = folder ?? mkdtempSync(join(tmpdir(), "ask-the-article-postgres-"));
  if (owner) chownSync(own, owner.uid, owner.gid);
  const data = join(own, "data");
  makeCluster(data);
  appendFileSync(join(data, "postgresql.conf"), `${[...SETTINGS, ...settings].join("\n")}\n`);
  if (certificate) offerTls(data, certificate);
  const start = () => {
    const args = ["-D", data, "-p", String(port), "-k", own];
    return spawn(program("postgres"), args, { stdio: "ignore", ...owner });
  };
  let server = start();
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  const end = async (signal: NodeJS.Signals) => {
    server.kill(signal);
    if (!hasEnded()) await once(server, "exit");
  };
  whenDone(async () => {
    await end("SIGQUIT");
    rmSync(own, { recursive: true, force: true });
  });

  const admin = `postgres://postgres@127.0.0.1:${port}`;
  const isThere = () => eventually(async () => void (await runAs(`${admin}/postgres`, "SELECT 1")));
  await isThere();
  await runAs(`${admin}/postgres`, `CREATE ROLE bot LOGIN PASSWORD '${PASSWORD}'`);
  await runAs(`${admin}/postgres`, "CREATE DATABASE bot OWNER bot");

  return {
    url: `postgres://bot:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/bot`,
    port,
    /** Never to be printed. */
    password: PASSWORD,
    asSuperuser: (statement: string, database = "bot") => runAs(`${admin}/${database}`, statement),
    /** Ends at once and recovers at the next start, as after a crash of all its processes. */
    kill: () => end("SIGQUIT"),
    /** Ends when every connection is told so. */
    stop: () => end("SIGINT"),
    start: async () => {
      server = start();
      await isThere();
    },
    /** Moves the database `bot`, to which nobody is connected, to another disk. */
    moveTo: async (disk: string) => {
      if (owner) chownSync(disk, owner.uid, owner.gid);
      await runAs(`${admin}/postgres`, `CREATE TABLESPACE other LOCATION '${disk}'`);
      await runAs(`${admin}/postgres`, "ALTER DATABASE bot SET TABLESPACE other");
    },
    freeze: () => signalAll(server.pid, "SIGSTOP"),
    thaw: () => signalAll(server.pid, "SIGCONT"),
  };
}

async function runAs(url: string, statement: string) {
  const client = new Client(url);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Fast enough for tests, and durable: what is committed survives `kill`. */
const SETTINGS = [
  "listen_addresses='127.0.0.1'",
  "shared_buffers=16MB",
  "fsync=off",
  "max_connections=50",
  "log_min_messages=fatal",
];

function program(name: string): string {
  if (!existsSync(DEBIAN_FOLDER)) return name;
  const [newest = ""] = readdirSync(DEBIAN_FOLDER).toSorted((a, b) => Number(b) - Number(a));
  return join(DEBIAN_FOLDER, newest, "bin", name);
}

/** PostgreSQL refuses to run as root, as which tests run in containers; its package brings a user. */
const owner = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : undefined;

function idOf(option: string): number {
  return Number(spawnSync("id", [option, "postgres"]).stdout.toString());
}

/** Making a cluster takes a second and copying it a tenth, so the first is kept for later tests. */
function makeCluster(data: string): void {
  const { stdout } = spawnSync(program("postgres"), ["--version"]);
  const name = [stdout.toString(), owner?.uid ?? process.getuid?.()].join(" ");
  const kept = join(CACHE, name.replaceAll(/\W+/gu, "-"));
  if (existsSync(kept)) spawnSync("cp", ["--archive", kept, data]);
  else {
    initialize(data);
    keep(data, kept);
  }
  writeFileSync(join(data, "pg_hba.conf"), HOST_RULES);
}

const CACHE = "node_modules/.cache/ask-the-article-tests";

/** Another worker may do the same at the same time. */
function keep(data: string, kept: string): void {
  const own = `${kept}.${randomUUID()}`;
  mkdirSync(CACHE, { recursive: true });
  spawnSync("cp", ["--archive", data, own]);
  try {
    renameSync(own, kept);
  } catch {
    rmSync(own, { recursive: true });
  }
}

function initialize(data: string): void {
  const options = [
    "-U",
    "postgres",
    "--auth=trust",
    "--no-sync",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
  ];
  const { status, stderr } = spawnSync(program("initdb"), ["-D", data, ...options], owner);
  if (status !== 0) throw new Error(`initdb failed → ${stderr.toString()}`);
}

/** The superuser is let in by the tests alone; others have a password. */
const HOST_RULES = `
host all postgres 127.0.0.1/32 trust
host all all 127.0.0.1/32 scram-sha-256
`;

/** The postmaster first, which then starts no more of the others. */
function offerTls(data: string, { key, cert }: Certificate): void {
  writeFileSync(join(data, "server.crt"), cert);
  writeFileSync(join(data, "server.key"), key, { mode: 0o600 });
  if (owner) chownSync(join(data, "server.key"), owner.uid, owner.gid);
  appendFileSync(join(data, "postgresql.conf"), "ssl=on\n");
}

function signalAll(postmaster: number | undefined, signal: NodeJS.Signals): void {
  if (postmaster === undefined) return;
  process.kill(postmaster, signal);
  const { stdout } = spawnSync("pgrep", ["-P", String(postmaster)]);
  const children = stdout.toString().split("\n").filter(Boolean).map(Number);
  // One may have ended since; it is no process of this one.
  for (const pid of children) spawnSync("kill", ["-s", signal.slice("SIG".length), String(pid)]);
}
