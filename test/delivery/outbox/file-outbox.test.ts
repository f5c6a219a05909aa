import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openFileOutbox } from "../../../src/delivery/outbox/file-outbox.ts";
import { owedMessage } from "./owed-message.ts";

const START = owedMessage().owedAt;

/** A file of owed calls, opened by one process after another; time stands still unless it is moved. */
function outboxFile() {
  const folder = mkdtempSync(join(tmpdir(), "owed-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "state", "owed.jsonl");
  let time = START;
  const logged: string[] = [];
  const open = () =>
    openFileOutbox({ file, log: (line) => void logged.push(line), now: () => time });
  return {
    file,
    open,
    logged,
    wait: (ms: number) => (time += ms),
    text: () => readFileSync(file, "utf8"),
  };
}

/** Leases and settles all due calls; returns their ids in order. */
async function takeAll(outbox: ReturnType<typeof openFileOutbox>): Promise<string[]> {
  const ids: string[] = [];
  for (let call = await outbox.lease(); call; call = await outbox.lease()) {
    ids.push(call.id);
    await outbox.remove(call, 100);
  }
  return ids;
}

test("the next process finds what the last one owes, each lane in order", async () => {
  const { open } = outboxFile();
  const first = open();
  for (const updateId of [7, 8, 9])
    await first.add(owedMessage({ updateId, chatId: updateId % 2 }));
  const next = open();
  expect(await next.owed()).toEqual({ count: 3, oldestAt: START });
  expect(next.holdsLane("chat:1")).toBe(true);
  expect(await takeAll(next)).toEqual(["7:1", "9:1", "8:1"]);
});

test("owed calls survive the deletion of the state folder", async () => {
  const { file, open } = outboxFile();
  const first = open();
  await first.add(owedMessage({ updateId: 7 }));
  rmSync(dirname(file), { recursive: true });
  await first.add(owedMessage({ updateId: 8 }));
  expect(await takeAll(open())).toEqual(["7:1", "8:1"]);
});

test("while a lane has a call in progress, only other lanes are leased", async () => {
  const outbox = outboxFile().open();
  for (const updateId of [7, 8]) await outbox.add(owedMessage({ updateId }));
  await outbox.add(owedMessage({ updateId: 9, chatId: 2 }));
  const first = await outbox.lease();
  expect((await outbox.lease())?.id).toBe("9:1");
  expect(await outbox.lease()).toBeUndefined();
  if (first) await outbox.remove(first);
  expect((await outbox.lease())?.id).toBe("8:1");
});

test("a postponed call blocks its lane until it is due", async () => {
  const { open, wait } = outboxFile();
  const outbox = open();
  for (const updateId of [7, 8]) await outbox.add(owedMessage({ updateId }));
  const taken = await outbox.lease();
  if (taken) await outbox.postpone(taken, { ...taken, dueAt: START + 1000 });
  wait(999);
  expect(await outbox.lease()).toBeUndefined();
  wait(1);
  expect(await takeAll(outbox)).toEqual(["7:1", "8:1"]);
});

test("a try interrupted by a crash may have arrived", async () => {
  const { open, wait } = outboxFile();
  const first = open();
  await first.add(owedMessage());
  await first.lease();
  const next = open();
  expect(await next.lease()).toBeUndefined();
  wait(1000);
  expect(await next.lease()).toMatchObject({ id: "7:1", unclear: 1 });
});

test("the same holds in a process that had written nothing before", async () => {
  const { open, wait } = outboxFile();
  const first = open();
  await first.add(owedMessage());
  await first.lease();
  const tries: unknown[] = [];
  for (let kills = 0; kills < 6; kills += 1) {
    const next = open();
    wait(2 * 60_000);
    tries.push((await next.lease())?.unclear);
  }
  expect(tries).toEqual([1, 2, 3, 4, 5, 6]);
});

test("a rewrite of the file keeps tries in progress", async () => {
  const { open, wait } = outboxFile();
  const first = open();
  await first.add(owedMessage());
  await first.add(owedMessage({ updateId: 8, chatId: 2 }));
  await first.lease();
  for (let tries = 0; tries < 2000; tries += 1) {
    const other = await first.lease();
    if (other) await first.postpone(other, other);
  }
  const next = open();
  wait(1000);
  expect(await next.lease()).toMatchObject({ id: "7:1", unclear: 1 });
});

test("a clock that is set back blocks no lane", async () => {
  const { open, wait } = outboxFile();
  await open().add(owedMessage({ dueAt: START + 1000 }));
  wait(-3_600_000);
  const next = open();
  expect(await next.owed()).toMatchObject({ oldestAt: START - 3_600_000 });
  expect(await takeAll(next)).toEqual(["7:1"]);
});

test("a failed try is a short line, from which the next process continues", async () => {
  const { open, text, wait } = outboxFile();
  const outbox = open();
  await outbox.add(owedMessage());
  for (let failures = 1; failures <= 10; failures += 1) {
    const taken = await outbox.lease();
    const changed = { failures, unclear: 2, dueAt: START + failures };
    if (taken) await outbox.postpone(taken, { ...taken, ...changed });
    wait(1);
  }
  expect(text().match(/answer 7/gu)).toHaveLength(1);
  const postponed = { ...owedMessage(), failures: 10, unclear: 2, dueAt: START + 10 };
  expect(await open().lease()).toEqual(postponed);
});

test("a call that turned into another one is written in full", async () => {
  const { open } = outboxFile();
  const outbox = open();
  await outbox.add(owedMessage({ method: "editMessageText" }));
  const taken = await outbox.lease();
  const changed = { ...owedMessage(), payload: { chat_id: 1, text: "a new message" } };
  if (taken) await outbox.postpone(taken, changed);
  expect(await open().lease()).toEqual(changed);
});

test("a call in progress blocks its lane, and the next process knows that it was in progress", async () => {
  const { open, wait } = outboxFile();
  const first = open();
  const call = owedMessage();
  expect(await first.addLeased(call)).toBe(true);
  await first.add(owedMessage({ updateId: 8 }));
  expect(await first.lease()).toBeUndefined();
  const next = open();
  wait(1000);
  expect(await next.lease()).toMatchObject({ id: "7:1", unclear: 1 });

  await first.remove(call, 100);
  expect(await takeAll(first)).toEqual(["8:1"]);
});

test("a call is not added as in progress behind others of its lane or after it was settled", async () => {
  const outbox = outboxFile().open();
  await outbox.add(owedMessage());
  expect(await outbox.addLeased(owedMessage({ updateId: 8 }))).toBe(false);
  await takeAll(outbox);
  expect(await outbox.addLeased(owedMessage())).toBe(false);
  expect((await outbox.owed()).count).toBe(0);
});

test("a call that is owed or was just settled is not added again", async () => {
  const outbox = outboxFile().open();
  await outbox.add(owedMessage());
  await outbox.add(owedMessage());
  expect(await takeAll(outbox)).toEqual(["7:1"]);
  await outbox.add(owedMessage());
  expect((await outbox.owed()).count).toBe(0);
});

test("the id of a message that was sent late is known by its stand-in", async () => {
  const outbox = outboxFile().open();
  await outbox.add(owedMessage({ standIn: -701 }));
  await takeAll(outbox);
  expect([await outbox.messageIdOf(-701), await outbox.messageIdOf(-1)]).toEqual([100, undefined]);
});

test("answers are in the file only while they are owed, readable by the owner only", async () => {
  const { open, text, file } = outboxFile();
  const outbox = open();
  await outbox.add(owedMessage());
  expect(text()).toContain("answer 7");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await takeAll(outbox);
  expect(text()).toBe('{"state":"owed answers","version":1}\n');
});

test("the file stays within a thousand lines of what is owed", async () => {
  const { open, text } = outboxFile();
  const outbox = open();
  await outbox.add(owedMessage());
  for (let tries = 0; tries < 5000; tries += 1) {
    const taken = await outbox.lease();
    if (taken) await outbox.postpone(taken, taken);
  }
  expect(text().split("\n").length).toBeLessThan(1100);
  expect(await open().owed()).toMatchObject({ count: 1 });
});

test("truncated and foreign lines are skipped", async () => {
  const { open, file } = outboxFile();
  await open().add(owedMessage());
  appendFileSync(file, 'nonsense\n{"owe":{"id":1}}\n{"owe":{"id":"8:1","upd');
  expect(await takeAll(open())).toEqual(["7:1"]);
});

test("if nothing can be written, calls are owed in memory, and that is logged once", async () => {
  const { open, file, logged } = outboxFile();
  mkdirSync(file, { recursive: true });
  const outbox = open();
  for (const updateId of [7, 8]) await outbox.add(owedMessage({ updateId }));
  expect(await takeAll(outbox)).toEqual(["7:1", "8:1"]);
  expect(logged).toEqual([`owed answers are kept in memory only: ${file} is a folder: remove it`]);
  outbox.close();
});

test("a dropped lane leaves nothing in memory or in the file, also of what was sent, and others stay", async () => {
  const { open, text } = outboxFile();
  const outbox = open();
  for (const updateId of [7, 8]) await outbox.add(owedMessage({ updateId, chatId: 1 }));
  await outbox.add(owedMessage({ updateId: 9, chatId: 2 }));
  const sent = await outbox.lease();
  if (sent) await outbox.remove(sent, 100);
  expect(outbox.drop("chat:1")).toBe(1);
  expect(text()).not.toContain("chat:1");
  expect(outbox.drop("chat:1")).toBe(0);
  for (const one of [outbox, open()]) expect(await one.owed()).toMatchObject({ count: 1 });
  expect(await takeAll(open())).toEqual(["9:1"]);
});

test.each(["postponed", "settled"])(
  "a call that is dropped while it is in progress stays so, when it is %s as well",
  async (end) => {
    const { open, text } = outboxFile();
    const outbox = open();
    await outbox.add(owedMessage({ updateId: 7, chatId: 1 }));
    const inProgress = await outbox.lease();
    outbox.drop("chat:1");
    await outbox.add(owedMessage({ updateId: 8, chatId: 1 }));
    if (inProgress && end === "postponed") await outbox.postpone(inProgress, inProgress);
    if (inProgress && end === "settled") await outbox.remove(inProgress, 100);
    expect(text()).not.toContain('"7:1"');
    expect(await takeAll(outbox)).toEqual(["8:1"]);
  },
);
