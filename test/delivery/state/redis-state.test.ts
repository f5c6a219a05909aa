import { describe, expect, onTestFinished, test } from "vitest";
import { BURST } from "../../../src/delivery/state/rate-limiter.ts";
import { openRedisBreaker, type RedisBreaker } from "../../../src/delivery/state/redis-breaker.ts";
import { openRedis } from "../../../src/delivery/state/redis-client.ts";
import { openRedisState } from "../../../src/delivery/state/redis-state.ts";
import type { ChatNotes } from "../../../src/telegram/chat-memory.ts";
import { hasRedis, startRedis } from "../../support/redis-server.ts";

const ids = { updateId: 7, chatId: 1, userId: 2 };
const unknownChat = { notes: {}, isRetry: false, isOwed: false };

/** Two replicas with one Redis. */
async function openReplicas() {
  const server = await startRedis();
  const logged: string[] = [];
  let time = 0;
  let asked = 0;
  const openReplica = async (holder: string) => {
    const opened = await openRedis(server.url);
    if (opened.kind === "refused") throw new Error("refused");
    onTestFinished(() => opened.redis.disconnect());
    const breaker = openRedisBreaker(
      (line, fields) => logged.push([line, fields?.["error"]].filter(Boolean).join(": ")),
      () => time,
    );
    const tryRedis: RedisBreaker = (ask) =>
      breaker(() => {
        asked += 1;
        return ask();
      });
    return openRedisState({ redis: opened.redis, tryRedis, botId: 123, holder });
  };
  const replicas = [await openReplica("one"), await openReplica("other")] as const;
  /** As if ten seconds had passed since the holder claimed the update. */
  const endLease = async () => {
    const [key = ""] = await server.client.keys(`*:update:${ids.updateId}`);
    await server.client.set(key, "0 a dead replica", "PX", 60_000);
  };
  return {
    server,
    replicas,
    logged,
    endLease,
    asked: () => asked,
    wait: (ms: number) => (time += ms),
  };
}

describe.skipIf(!hasRedis())("with Redis", () => {
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
    expect(await one.claim(ids)).toMatchObject({ kind: "granted", isRetry: true });
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

  test("an update that has crashed two replicas is set aside by all", async () => {
    const { replicas, endLease } = await openReplicas();
    const [one, other] = replicas;
    await one.reportCrash(ids.updateId);
    expect(await other.claim(ids)).toMatchObject({ kind: "granted" });
    await other.reportCrash(ids.updateId);
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
      const [key = ""] = await server.client.keys("*:notes:1");
      return server.client.pttl(key);
    };
    expect(await keptMs({})).toBeLessThanOrEqual(15 * 60_000);
    expect(await keptMs({ posts: [] })).toBeGreaterThan(6 * 24 * 60 * 60_000);
  });

  test("every key expires, and its prefix names the bot", async () => {
    const { server, replicas } = await openReplicas();
    const [one] = replicas;
    await one.claim({ ...ids, updateId: 1 });
    await one.claim(ids);
    await one.finish(ids, { asOf: 7 });
    const keys = await server.client.keys("*");
    expect(keys).toHaveLength(4);
    expect(keys.filter((key) => !key.startsWith("{ask-the-article:123}:"))).toEqual([]);
    const expiries = await Promise.all(keys.map((key) => server.client.pttl(key)));
    expect(expiries.every((ms) => ms > 0)).toBe(true);
  });

  test("a Redis that hangs delays one update and is not asked for the next; logged once", async () => {
    const { server, replicas, logged, asked, wait } = await openReplicas();
    const [one] = replicas;
    server.freeze();
    for (let number = 0; number < 100; number += 1) {
      expect(await one.claim(ids)).toBeUndefined();
    }
    expect(asked()).toBe(1);
    expect(logged).toEqual(["Redis is down: this replica works alone: no answer in time"]);

    server.thaw();
    wait(1000);
    await expect.poll(() => (wait(1000), one.claim({ ...ids, updateId: 8 }))).toBeDefined();
    expect(logged).toContain("Redis is back: replicas share their state again");
  });

  test.each([
    ["takes no writes (READONLY)", ["REPLICAOF", "127.0.0.1", "1"]],
    ["is out of memory (OOM)", ["CONFIG", "SET", "maxmemory", "1"]],
  ] as const)("a Redis that %s counts as away", async (_name, [command, ...args]) => {
    const { server, replicas, logged } = await openReplicas();
    await server.client.call(command, ...args);
    expect(await replicas[0].claim(ids)).toBeUndefined();
    await replicas[0].finish(ids, { asOf: 7 });
    expect(logged).toHaveLength(1);
  });

  test.each([
    ["none", (url: string) => url.replace(/:[^:@/]+@/u, "")],
    ["a wrong one", (url: string) => url.replace(/:[^:@/]+@/u, ":wrong@")],
  ])("if Redis requires a password and gets %s, the start fails", async (_name, spoil) => {
    const { url } = await startRedis({ password: "right" });
    const right = await openRedis(url);
    expect(right.kind).toBe("opened");
    if (right.kind === "opened") right.redis.disconnect();
    expect(await openRedis(spoil(url))).toEqual({ kind: "refused" });
  });

  test("without Redis, the bot starts on its own", async () => {
    const server = await startRedis();
    await server.kill();
    const opened = await openRedis(server.url);
    expect(opened.kind).toBe("opened");
    if (opened.kind === "opened") opened.redis.disconnect();
  });
});
