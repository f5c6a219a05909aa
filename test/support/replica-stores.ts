import { onTestFinished } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { databaseStore } from "../../src/delivery/state/database-store.ts";
import { redisStore } from "../../src/delivery/state/redis-store.ts";
import type { OpenSharedStore } from "../../src/delivery/state/shared-store.ts";
import { hasPostgres, startPostgres } from "./postgres-server.ts";
import { hasRedis, startRedis } from "./redis-server.ts";

/** A server of the kind that replicas share their state in, and what a test does to it. */
type ReplicaStore = {
  readonly url: string;
  readonly open: OpenSharedStore;
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly refuseWrites: () => Promise<void>;
  /** As if the replica that claimed an update had died ten seconds ago. */
  readonly endClaim: (updateId: number) => Promise<void>;
  /** As if the replica that has a lane's first call in progress had died. */
  readonly endTry: (lane: string) => Promise<void>;
  /** As if the holder of this lease had died. */
  readonly endLease: (name: string) => Promise<void>;
  /** For how long the notes on a chat are kept. */
  readonly keptMs: (chatId: number) => Promise<number>;
  /** Of everything stored: which bot it belongs to, and for how long it is kept. */
  readonly kept: () => Promise<readonly { readonly bot: string; readonly ms: number }[]>;
};

export type StoreKind = {
  readonly name: string;
  /** Tells a bot to use it. */
  readonly variable: "REDIS_URL" | "DATABASE_URL";
  readonly isHere: () => boolean;
  readonly startStore: () => Promise<ReplicaStore>;
};

/** Each has to pass the same tests. */
export const STORE_KINDS: readonly StoreKind[] = [
  { name: "Redis", variable: "REDIS_URL", isHere: hasRedis, startStore: startRedisStore },
  {
    name: "PostgreSQL",
    variable: "DATABASE_URL",
    isHere: hasPostgres,
    startStore: startDatabaseStore,
  },
];

/** The store as one replica has it open. */
export async function openStore(open: OpenSharedStore) {
  const opened = await open();
  if (opened.kind === "refused") throw new Error("refused");
  onTestFinished(opened.store.close);
  return opened.store;
}

const KEY = /^\{ask-the-article:(?<bot>\d+)\}:/u;

async function startRedisStore(): Promise<ReplicaStore> {
  const { url, client, ...server } = await startRedis();
  const keyLike = async (pattern: string) => (await client.keys(pattern))[0] ?? "none";
  return {
    ...server,
    url,
    open: redisStore(url),
    refuseWrites: async () => void (await client.call("REPLICAOF", "127.0.0.1", "1")),
    async endClaim(updateId) {
      await client.set(await keyLike(`*:update:${updateId}`), "0 a dead replica", "PX", 60_000);
    },
    endTry: async (lane) => void (await client.zadd(await keyLike("*:lanes"), 0, lane)),
    endLease: async (name) => void (await client.del(await keyLike(`*:lease:${name}`))),
    keptMs: async (chatId) => client.pttl(await keyLike(`*:notes:${chatId}`)),
    async kept() {
      const keys = await client.keys("*");
      const found = keys.map(async (key) => {
        return { bot: KEY.exec(key)?.groups?.["bot"] ?? "", ms: await client.pttl(key) };
      });
      return Promise.all(found);
    },
  };
}

/** Tables whose rows expire. */
export const EXPIRING = [
  "shared_updates",
  "shared_paces",
  "shared_notes",
  "shared_leases",
  "owed_calls",
  "settled_calls",
];

export async function startDatabaseStore() {
  const { url, asSuperuser, ...server } = await startPostgres();
  await createTables(url);
  const all = EXPIRING.map((table) => `SELECT bot, expires_at FROM ${table}`).join(" UNION ALL ");
  const msOf = async (rows: string): Promise<readonly { bot: string; ms: number }[]> => {
    const ms =
      "(extract(epoch FROM expires_at - clock_timestamp()) * 1000)::double precision AS ms";
    return asSuperuser(`SELECT bot, ${ms} FROM (${rows}) kept`);
  };
  const store: ReplicaStore = {
    ...server,
    url,
    open: databaseStore(url),
    refuseWrites: async () => {
      await asSuperuser("ALTER SYSTEM SET default_transaction_read_only = on");
      await asSuperuser("SELECT pg_reload_conf()");
      // New connections certainly know.
      await asSuperuser(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'bot'",
      );
    },
    endClaim: async (updateId) => {
      await asSuperuser(
        `UPDATE shared_updates SET holder = 'a dead replica', held_until = now() WHERE update_id = ${updateId}`,
      );
    },
    endTry: async (lane) =>
      void (await asSuperuser(`UPDATE owed_lanes SET due_at = now() WHERE lane = '${lane}'`)),
    endLease: async (name) =>
      void (await asSuperuser(`DELETE FROM shared_leases WHERE name = '${name}'`)),
    keptMs: async (chatId) => {
      const [row] = await msOf(`SELECT * FROM shared_notes WHERE conversation = '${chatId}'`);
      return row?.ms ?? 0;
    },
    kept: () => msOf(all),
  };
  return { ...store, asSuperuser };
}

/** As the start of the bot does. */
async function createTables(url: string): Promise<void> {
  const { signal } = new AbortController();
  const opened = await openDatabase({ url, log: () => {}, signal });
  if (opened.kind === "open") await opened.database.close();
}
