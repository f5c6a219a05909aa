import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { openLease } from "../../../src/delivery/state/lease.ts";
import type { OpenSharedStore } from "../../../src/delivery/state/shared-store.ts";
import { temporaryFolder } from "../../support/bot-process.ts";
import { STORE_KINDS } from "../../support/replica-stores.ts";

function replica(openShared: OpenSharedStore | undefined, stateDir = temporaryFolder()) {
  const holder = randomUUID();
  const lease = openLease({ name: "feeds", stateDir, openShared, botId: 7, holder, log: () => {} });
  onTestFinished(lease.close);
  return lease;
}

test("without a shared store, one process with this STATE_DIR has the lease", async () => {
  const stateDir = temporaryFolder();
  const [one, other] = [replica(undefined, stateDir), replica(undefined, stateDir)];
  expect(await one.hold()).toBe(true);
  expect(await other.hold()).toBe(false);
  expect(await one.hold()).toBe(true);
  expect(await replica(undefined).hold()).toBe(true);
});

describe.each(STORE_KINDS.filter(({ isHere }) => isHere()))("with $name", ({ startStore }) => {
  test("one replica has the lease, and another one as soon as it ends", async () => {
    const { open } = await startStore();
    const [one, other] = [replica(open), replica(open)];
    expect(await one.hold()).toBe(true);
    expect(await other.hold()).toBe(false);
    expect(await one.hold()).toBe(true);
    await one.close();
    expect(await other.hold()).toBe(true);
  });

  test("a replica that was killed loses it in time, and keeps it while the store is away", async () => {
    const { open, kill, kept, endLease } = await startStore();
    const [one, other] = [replica(open), replica(open)];
    await one.hold();
    expect(await kept()).toEqual([{ bot: "7", ms: expect.toSatisfy((ms) => ms > 30_000) }]);
    await endLease("feeds");
    expect(await other.hold()).toBe(true);
    expect(await one.hold()).toBe(false);
    await kill();
    expect(await other.hold()).toBe(true);
    expect(await one.hold()).toBe(false);
  });
});
