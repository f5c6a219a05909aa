import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { openLease } from "../../../src/delivery/state/lease.ts";
import { temporaryFolder } from "../../support/bot-process.ts";
import { hasRedis, startRedis } from "../../support/redis-server.ts";

function replica(redisUrl: string | undefined, stateDir = temporaryFolder()) {
  const holder = randomUUID();
  const lease = openLease({ name: "feeds", stateDir, redisUrl, botId: "7", holder, log: () => {} });
  onTestFinished(lease.close);
  return lease;
}

test("without Redis, one process with this STATE_DIR has the lease", async () => {
  const stateDir = temporaryFolder();
  const [one, other] = [replica(undefined, stateDir), replica(undefined, stateDir)];
  expect(await one.hold()).toBe(true);
  expect(await other.hold()).toBe(false);
  expect(await one.hold()).toBe(true);
  expect(await replica(undefined).hold()).toBe(true);
});

describe.skipIf(!hasRedis())("with Redis", () => {
  test("one replica has the lease, and another one as soon as it ends", async () => {
    const { url } = await startRedis();
    const [one, other] = [replica(url), replica(url)];
    expect(await one.hold()).toBe(true);
    expect(await other.hold()).toBe(false);
    expect(await one.hold()).toBe(true);
    await one.close();
    expect(await other.hold()).toBe(true);
  });

  test("a replica that was killed loses it in time, and keeps it while Redis is away", async () => {
    const { url, client, kill } = await startRedis();
    const [one, other] = [replica(url), replica(url)];
    await one.hold();
    const [key = ""] = await client.keys("*:lease:feeds");
    expect(await client.pttl(key)).toBeGreaterThan(30_000);
    await client.del(key);
    expect(await other.hold()).toBe(true);
    expect(await one.hold()).toBe(false);
    await kill();
    expect(await other.hold()).toBe(true);
    expect(await one.hold()).toBe(false);
  });
});
