import { describe, expect, test } from "vitest";
import { type Breaker, openBreaker } from "../../../src/delivery/state/breaker.ts";
import { BURST } from "../../../src/delivery/state/rate-limiter.ts";
import { redisStore } from "../../../src/delivery/state/redis-store.ts";
import { openSharedState } from "../../../src/delivery/state/shared-store.ts";
import type { ChatNotes } from "../../../src/telegram/chat-memory.ts";
import { eventually } from "../../support/bot-process.ts";
import { hasPostgres } from "../../support/postgres-server.ts";
import { hasRedis, startRedis } from "../../support/redis-server.ts";
import {
  EXPIRING,
  openStore,
  startDatabaseStore,
  STORE_KINDS,
  type StoreKind,
} from "../../support/replica-stores.ts";

const ids = { updateId: 7, chatId: 1, userId: 2 };
const unknownChat = { notes: {}, isRetry: false, isSuspect: false, isOwed: false };

/** Two replicas with one store. */
async function openTwo({ startStore }: StoreKind) {
  const server = await startStore();
  const logged: string[] = [];
  let time = 0;
  let asked = 0;
  const openReplica = async (holder: string) => {
    const store = await openStore(server.open);
    const breaker = openBreaker({
      store,
      log: (line, fields) => logged.push([line, fields?.["error"]].filter(Boolean).join(": ")),
      now: () => time,
    });
    const ask: Breaker = (command) =>
      breaker(() => {
        asked += 1;
        return command();
      });
    return openSharedState(store.state({ botId: 123, holder }), ask);
  };
  const replicas = [await openReplica("one"), await openReplica("other")] as const;
  const endLease = () => server.endClaim(ids.updateId);
  return {
    server,
    replicas,
    logged,
    endLease,
    asked: () => asked,
    wait: (ms: number) => (time += ms),
  };
}

describe.each(STORE_KINDS.filter(({ isHere }) => isHere()))("with $name", (kind) => {
  const openReplicas = () => openTwo(kind);

  test("an update that one replica has claimed is held for the other until it is done", async () => {
    const { replicas } = await openReplicas();
    const [one, other] = replicas;
    expect(await one.claim(ids)).toEqual({ kind: "granted", ...unknownChat });
    expect(await other.claim(ids)).toEqual({ kind: "held" });
    await one.finish(ids);
    expect(await other.claim(ids)).toEqual({ kind: "done" });
  });

  test("an update whose holder died is claimed again, known as tried before", async () => {
    const { replicas, endLease } = await openReplicas();
    const [one, other] = replicas;
    await one.claim(ids);
    expect(await one.claim(ids)).toMatchObject({
      kind: "granted",
      isRetry: true,
      isSuspect: false,
    });
    expect(await other.claim(ids)).toEqual({ kind: "held" });
    await endLease();
    expect(await other.claim(ids)).toMatchObject({ kind: "granted", isRetry: true });
  });

  test("an answer that was being sent for the second time is not sent a third time by any replica", async () => {
    const { replicas, endLease } = await openReplicas();
    const [one, other] = replicas;
    await one.claim(ids);
    await one.markResent(ids);
    expect(await one.claim(ids)).toEqual({ kind: "sent-twice" });
    await endLease();
    expect(await other.claim(ids)).toEqual({ kind: "sent-twice" });
  });

  test("an update that has crashed replicas three times is set aside by all", async () => {
    const { replicas, endLease } = await openReplicas();
    const [one, other] = replicas;
    await one.reportCrash(ids.updateId);
    await other.reportCrash(ids.updateId);
    expect(await other.claim(ids)).toMatchObject({ kind: "granted", isSuspect: true });
    await one.reportCrash(ids.updateId);
    await endLease();
    expect(await one.claim(ids)).toEqual({ kind: "set-aside" });
  });

  test("a replica's notes on a chat are shared, unless they are older", async () => {
    const { replicas } = await openReplicas();
    const [one, other] = replicas;
    const newer = { context: { article: "ferry" }, asOf: 9 };
    await one.finish({ ...ids, updateId: 9 }, newer);
    await other.finish({ ...ids, updateId: 8 }, { context: { article: "fire" }, asOf: 8 });
    expect(await other.claim(ids)).toEqual({ kind: "granted", ...unknownChat, notes: newer });
    expect(await other.claim({ ...ids, updateId: 10, chatId: 3 })).toEqual({
      kind: "granted",
      ...unknownChat,
    });
  });

  test("a rate-limited claim carries the chat's notes as well", async () => {
    const { replicas } = await openReplicas();
    const [one, other] = replicas;
    const notes = { context: { language: "uk" as const }, asOf: 6 };
    await one.finish({ ...ids, updateId: 6 }, notes);
    for (let number = 0; number < BURST; number += 1) {
      await other.claim({ ...ids, updateId: 100 + number });
    }
    expect(await other.claim({ ...ids, updateId: 200 })).toEqual({
      kind: "rate-limited",
      isFirst: true,
      ...unknownChat,
      notes,
    });
  });

  test("all replicas share a reader's rate limit, and a flood gets one notice", async () => {
    const { replicas } = await openReplicas();
    const claims: unknown[] = [];
    for (let number = 0; number < BURST + 3; number += 1) {
      const replica = replicas[number % 2 === 0 ? 0 : 1];
      claims.push(await replica.claim({ ...ids, updateId: 100 + number }));
    }
    expect(claims.slice(BURST)).toEqual([
      { kind: "rate-limited", isFirst: true, ...unknownChat },
      { kind: "rate-limited", isFirst: false, ...unknownChat },
      { kind: "rate-limited", isFirst: false, ...unknownChat },
    ]);
    const another = await replicas[0].claim({ ...ids, updateId: 200, userId: 3 });
    expect(another).toMatchObject({ kind: "granted" });
  });

  test("topics of a chat do not share their notes", async () => {
    const { replicas } = await openReplicas();
    const [one, other] = replicas;
    const notes = { context: { language: "uk" as const }, asOf: 6 };
    await one.finish({ ...ids, updateId: 6, topicId: 7 }, notes);
    const notesIn = async (updateId: number, topicId: number | undefined) =>
      await other.claim({ ...ids, updateId, topicId });
    expect(await notesIn(11, 7)).toEqual({ kind: "granted", ...unknownChat, notes });
    expect(await notesIn(12, 8)).toEqual({ kind: "granted", ...unknownChat, notes: {} });
    expect(await notesIn(13, undefined)).toEqual({ kind: "granted", ...unknownChat, notes: {} });
  });

  test("notes with a channel's posts are kept for a week, others for a quarter of an hour", async () => {
    const { server, replicas } = await openReplicas();
    const [one] = replicas;
    const keptMs = async (notes: ChatNotes) => {
      await one.finish(ids, { ...notes, asOf: ids.updateId });
      return server.keptMs(ids.chatId);
    };
    expect(await keptMs({})).toBeLessThanOrEqual(15 * 60_000);
    expect(await keptMs({ posts: [] })).toBeGreaterThan(6 * 24 * 60 * 60_000);
  });

  test("everything expires, and belongs to the bot", async () => {
    const { server, replicas } = await openReplicas();
    const [one] = replicas;
    await one.claim({ ...ids, updateId: 1 });
    await one.claim(ids);
    await one.finish(ids, { asOf: 7 });
    const kept = await server.kept();
    // Two updates, the reader's pace and the chat's notes.
    expect(kept.map(({ bot }) => bot)).toEqual(["123", "123", "123", "123"]);
    expect(kept.every(({ ms }) => ms > 0)).toBe(true);
  });

  test("one that hangs delays one update and is not asked for the next; logged once", async () => {
    const { server, replicas, logged, asked, wait } = await openReplicas();
    const [one] = replicas;
    server.freeze();
    for (let number = 0; number < 100; number += 1) {
      expect(await one.claim(ids)).toBeUndefined();
    }
    expect(asked()).toBe(1);
    expect(logged).toEqual([
      expect.stringMatching(/works alone: (?:no answer in time|the database takes too long)/u),
    ]);

    server.thaw();
    wait(1000);
    await expect.poll(() => (wait(1000), one.claim({ ...ids, updateId: 8 }))).toBeDefined();
    expect(logged.at(-1)).toContain("is back: replicas share their state again");
  });

  test("one that takes no writes counts as away", async () => {
    const { server, replicas, logged } = await openReplicas();
    await server.refuseWrites();
    expect(await replicas[0].claim(ids)).toBeUndefined();
    await replicas[0].finish(ids, { asOf: 7 });
    expect(logged).toEqual([expect.stringContaining("down: this replica works alone")]);
  });

  test("one that is away does not hold up the start", async () => {
    const { server } = await openReplicas();
    await server.kill();
    await openStore(server.open);
  });
});

describe.skipIf(!hasPostgres())("with PostgreSQL only", () => {
  test("what has expired counts no more, and is deleted within seconds", async () => {
    const { open, asSuperuser, kept } = await startDatabaseStore();
    const store = await openStore(open);
    const { claim, finish } = store.state({ botId: 123, holder: "one" });
    await claim(ids);
    await finish(ids, { asOf: 7 });
    await store.leases(123).hold("feeds", "one", 60_000);
    await store.outbox(123).add({ lane: "chat:1", id: "7:1", text: "{}" }, 60_000);
    expect(await kept()).toHaveLength(5);
    for (const table of EXPIRING)
      await asSuperuser(`UPDATE ${table} SET expires_at = now() - interval '1 second'`);
    expect(await claim(ids)).toEqual({ kind: "granted", ...unknownChat });
    // What is left is the new claim; the reader's pace has expired by then.
    await eventually(async () => expect(await kept()).toHaveLength(1), 15_000);
  });
});

describe.skipIf(!hasRedis())("with Redis only", () => {
  test("a Redis that is out of memory counts as away", async () => {
    const { url, client } = await startRedis();
    await client.call("CONFIG", "SET", "maxmemory", "1");
    const store = await openStore(redisStore(url));
    await expect(store.state({ botId: 123, holder: "one" }).claim(ids)).rejects.toThrow("OOM");
  });

  test.each([
    ["none", (url: string) => url.replace(/:[^:@/]+@/u, "")],
    ["a wrong one", (url: string) => url.replace(/:[^:@/]+@/u, ":wrong@")],
  ])("if Redis requires a password and gets %s, the start fails", async (_name, spoil) => {
    const { url } = await startRedis({ password: "right" });
    await openStore(redisStore(url));
    expect(await redisStore(spoil(url))()).toMatchObject({ kind: "refused" });
  });
});
