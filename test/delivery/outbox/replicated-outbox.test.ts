import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openSharedOutbox } from "../../../src/delivery/outbox/shared-outbox.ts";
import { openBreaker } from "../../../src/delivery/state/breaker.ts";
import { openStore, STORE_KINDS, type StoreKind } from "../../support/replica-stores.ts";
import { owedMessage } from "./owed-message.ts";

const LANE = "chat:1";

/** Two replicas with one store; `wait` lets the breakers try again. */
async function openTwo({ startStore }: StoreKind) {
  const server = await startStore();
  let time = 0;
  const openReplica = async () => {
    const store = await openStore(server.open);
    const ask = openBreaker({ store, log: () => undefined, now: () => time });
    return openSharedOutbox({ commands: store.outbox(123), ask, now: () => Date.now() + time });
  };
  return {
    server,
    replicas: [await openReplica(), await openReplica()] as const,
    wait: (ms: number) => (time += ms),
  };
}

const message = (updateId: number, more: Parameters<typeof owedMessage>[0] = {}) =>
  owedMessage({ updateId, owedAt: Date.now(), dueAt: Date.now(), ...more });

describe.each(STORE_KINDS.filter(({ isHere }) => isHere()))("with $name", (kind) => {
  const openReplicas = () => openTwo(kind);

  test("any replica can lease what one owes, complete and in order", async () => {
    const { replicas } = await openReplicas();
    const [one, other] = replicas;
    const first = message(7);
    expect([await one.add(first), await other.add(message(8))]).toEqual([true, true]);
    const taken = await other.lease();
    expect(taken).toEqual(first);
    expect(await one.lease()).toBeUndefined();
    if (taken) await other.remove(taken, 100);
    expect(await one.lease()).toMatchObject({ id: "8:1" });
  });

  test("calls of another chat can be leased meanwhile", async () => {
    const { replicas } = await openReplicas();
    const [one, other] = replicas;
    await one.add(message(7));
    await one.add(message(8, { chatId: 2 }));
    expect(await one.lease()).toMatchObject({ id: "7:1" });
    expect(await other.lease()).toMatchObject({ id: "8:1" });
  });

  test("a postponed call is due later, in its new form", async () => {
    const { replicas } = await openReplicas();
    const [one, other] = replicas;
    await one.add(message(7));
    const taken = await one.lease();
    if (taken) await one.postpone(taken, { ...taken, failures: 1, dueAt: Date.now() + 200 });
    expect(await other.lease()).toBeUndefined();
    await sleep(300);
    expect(await other.lease()).toMatchObject({ id: "7:1", failures: 1 });
  });

  test("a call that is owed or was just settled is not added again", async () => {
    const { replicas } = await openReplicas();
    const [one, other] = replicas;
    await one.add(message(7));
    await other.add(message(7));
    expect(await one.owed()).toMatchObject({ count: 1, oldestAt: expect.any(Number) });
    const taken = await one.lease();
    if (taken) await one.remove(taken);
    await other.add(message(7));
    expect(await other.owed()).toEqual({ count: 0, oldestAt: undefined });
  });

  test("a call in progress belongs to its replica until it is settled or the replica dies", async () => {
    const { server, replicas } = await openReplicas();
    const [one, other] = replicas;
    const call = message(7);
    expect(await one.addLeased(call)).toBe(true);
    expect(await other.addLeased(message(8))).toBe(false);
    await other.add(message(8));
    expect(await other.lease()).toBeUndefined();
    await server.endTry(LANE);
    expect(await other.lease()).toMatchObject({ id: "7:1", unclear: 1 });
    await one.remove(call, 100);
    expect(await other.lease()).toMatchObject({ id: "8:1" });
    expect(await one.addLeased(call)).toBe(false);
  });

  test("a replica that dies during a try blocks the lane for a while; then the call may have arrived", async () => {
    const { server, replicas } = await openReplicas();
    const [one, other] = replicas;
    await one.add(message(7));
    await one.lease();
    await server.endTry(LANE);
    expect(await other.lease()).toMatchObject({ id: "7:1", unclear: 1 });
  });

  test("a replica that was frozen does not undo what another did meanwhile", async () => {
    const { server, replicas } = await openReplicas();
    const [frozen, other] = replicas;
    await frozen.add(message(7));
    await frozen.add(message(8));
    const taken = await frozen.lease();
    await server.endTry(LANE);
    const again = await other.lease();
    if (again) await other.remove(again);
    if (taken) await frozen.remove(taken);
    expect(await other.lease()).toMatchObject({ id: "8:1" });
  });

  test("all replicas know the id of a message that was sent late", async () => {
    const { replicas } = await openReplicas();
    const [one, other] = replicas;
    await one.add(message(7, { standIn: -701 }));
    const taken = await one.lease();
    if (taken) await one.remove(taken, 100);
    expect([await other.messageIdOf(-701), await other.messageIdOf(-1)]).toEqual([100, undefined]);
  });

  test("while the store is down nothing is added, and calls sent meanwhile are not sent again", async () => {
    const { server, replicas, wait } = await openReplicas();
    const [one] = replicas;
    await one.add(message(7));
    const taken = await one.lease();
    server.freeze();
    if (taken) await one.remove(taken);
    expect(await one.add(message(8))).toBe(false);
    expect(await one.lease()).toBeUndefined();
    server.thaw();
    await expect
      .poll(async () => (wait(1000), await one.add(message(9, { chatId: 2 }))))
      .toBe(true);
    await server.endTry(LANE);
    wait(11_000);
    expect(await one.lease()).toMatchObject({ id: "9:1" });
    expect(await one.owed()).toMatchObject({ count: 1 });
  });

  test.each(["add", "addLeased"] as const)(
    "a call that the store got too late (%s) is sent by its replica only",
    async (how) => {
      const { server, replicas, wait } = await openReplicas();
      const [one, other] = replicas;
      server.freeze();
      expect(await one[how](message(7))).toBe(false);
      // It gets the call now.
      server.thaw();
      await expect
        .poll(async () => (wait(1000), await one.add(message(9, { chatId: 2 }))), { timeout: 5000 })
        .toBe(true);
      wait(11_000);
      expect(await one.lease()).toMatchObject({ id: "9:1" });
      await server.endTry(LANE);
      expect(await other.lease()).toBeUndefined();
    },
  );

  test("a store that is back is first told by all replicas what it missed", async () => {
    const { server, replicas, wait } = await openReplicas();
    const [, other] = replicas;
    await other.add(message(7));
    server.freeze();
    await other.owed();
    server.thaw();
    await expect.poll(async () => (wait(1000), (await other.owed()).count)).toBe(1);
    expect(await other.lease()).toBeUndefined();
    wait(11_000);
    expect(await other.lease()).toMatchObject({ id: "7:1" });
  });

  test("a call sent while the store was down is not sent again by another replica", async () => {
    const { server, replicas, wait } = await openReplicas();
    const [one, other] = replicas;
    await one.add(message(7, { standIn: -701 }));
    await one.add(message(8));
    const taken = await one.lease();
    server.freeze();
    // This attempt fails; after it, nobody asks for a while.
    await one.owed();
    if (taken) await one.remove(taken, 100);
    server.thaw();
    await expect.poll(async () => (wait(11_000), (await one.lease())?.id)).toBe("8:1");
    expect(await other.messageIdOf(-701)).toBe(100);
    expect(await other.owed()).toMatchObject({ count: 1 });
  });

  test("a replica that leases nothing tells a store that is back what it missed, too", async () => {
    const { server, replicas, wait } = await openReplicas();
    const [one, other] = replicas;
    await one.add(message(7));
    const taken = await one.lease();
    server.freeze();
    // This attempt fails; after it, nobody asks for a while.
    await one.owed();
    if (taken) await one.remove(taken);
    server.thaw();
    await expect
      .poll(async () => (wait(1000), await one.owed()))
      .toEqual({ count: 0, oldestAt: undefined });
    await server.endTry(LANE);
    expect(await other.owed()).toMatchObject({ count: 0 });
    expect(await other.lease()).toBeUndefined();
  });

  test("everything expires, and belongs to the bot", async () => {
    const { server, replicas } = await openReplicas();
    const [one] = replicas;
    await one.add(message(7, { standIn: -701 }));
    const taken = await one.lease();
    if (taken) await one.remove(taken, 100);
    await one.add(message(8));
    await one.lease();
    const kept = await server.kept();
    // What is owed, and what was settled.
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept.filter(({ bot, ms }) => bot !== "123" || ms <= 0)).toEqual([]);
  });
});
