import { onTestFinished } from "vitest";
import { redisStore } from "../../src/delivery/state/redis-store.ts";
import type { OpenSharedStore } from "../../src/delivery/state/shared-store.ts";
import { hasRedis, startRedis } from "./redis-server.ts";

/** A server of the kind that replicas share their state in, and what a test does to it. */
type ReplicaStore = {
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
  readonly isHere: () => boolean;
  readonly startStore: () => Promise<ReplicaStore>;
};

/** Each has to pass the same tests. */
export const STORE_KINDS: readonly StoreKind[] = [
  { name: "Redis", isHere: hasRedis, startStore: startRedisStore },
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
