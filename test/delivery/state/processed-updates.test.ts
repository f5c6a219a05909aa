import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openProcessedUpdates } from "../../../src/delivery/state/processed-updates.ts";
import { OBSTACLES } from "../../support/obstacles.ts";
import { openSmallDisk } from "../../support/small-disk.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "done-updates-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const silent = () => undefined;

test("a processed update is known after a restart", async () => {
  const file = join(temporaryFolder(), "new", "done.txt");
  openProcessedUpdates(file, silent).add(41);
  await nextTurn();
  const again = openProcessedUpdates(file, silent);
  expect([again.has(41), again.has(42)]).toEqual([true, false]);
});

test("only the newest ten thousand are remembered, in memory and in the file", async () => {
  const file = join(temporaryFolder(), "done.txt");
  const processed = openProcessedUpdates(file, silent);
  for (let id = 1; id <= 50_000; id += 1) {
    processed.add(id);
    if (id % 100 === 0) await nextTurn();
  }
  expect([processed.has(40_000), processed.has(40_001), processed.has(50_000)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(readFileSync(file, "utf8").split("\n").length).toBeLessThan(20_100);
  expect(openProcessedUpdates(file, silent).has(50_000)).toBe(true);
});

test("a second process that opens the file and exits destroys nothing", async () => {
  const file = join(temporaryFolder(), "done.txt");
  const first = openProcessedUpdates(file, silent);
  first.add(41);
  await nextTurn();
  openProcessedUpdates(file, silent);
  first.add(42);
  await nextTurn();
  const again = openProcessedUpdates(file, silent);
  expect([41, 42].map((id) => again.has(id))).toEqual([true, true]);
});

test("truncated and foreign lines are not ids", () => {
  const file = join(temporaryFolder(), "done.txt");
  writeFileSync(file, "7\nnonsense\n-3\n\n8\n");
  appendFileSync(file, "12");
  const processed = openProcessedUpdates(file, silent);
  expect([7, 8, 12, 1, 0].filter((id) => processed.has(id))).toEqual([7, 8]);
});

test("if nothing can be written, it works in memory and logs that once", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a-file"), "");
  const logged: string[] = [];
  const processed = openProcessedUpdates(join(folder, "a-file", "done.txt"), (line) =>
    logged.push(line),
  );
  processed.add(1);
  processed.add(2);
  await nextTurn();
  expect([processed.has(1), processed.has(2)]).toEqual([true, true]);
  expect(logged).toEqual(["processed updates are kept in memory only: make STATE_DIR writable"]);
});

test.each([
  ["its folder is deleted", (file: string) => rmSync(dirname(file), { recursive: true })],
  ["its folder is moved away", (file: string) => renameSync(dirname(file), `${dirname(file)}.old`)],
  ["it is deleted", (file: string) => rmSync(file)],
])("everything is written again when %s", async (_what, harm) => {
  const file = join(temporaryFolder(), "state", "done.txt");
  const processed = openProcessedUpdates(file, silent);
  processed.add(41);
  await nextTurn();
  harm(file);
  processed.add(42);
  await nextTurn();
  const again = openProcessedUpdates(file, silent);
  expect([41, 42].map((id) => again.has(id))).toEqual([true, true]);
});

/** Opens the same file like one process after another. */
function processes() {
  const file = join(temporaryFolder(), "done.txt");
  return { file, start: () => openProcessedUpdates(file, silent) };
}

test("an update that was started and not done may have been answered; others were not", async () => {
  const { start } = processes();
  const first = start();
  first.start(41);
  first.answerFound(41);
  await nextTurn();
  const next = start();
  expect([next.has(41), next.wasStarted(41), next.wasStarted(42)]).toEqual([false, true, false]);
});

test("a crash is blamed on updates being worked on, not on those waiting for Telegram", async () => {
  const { start } = processes();
  const first = start();
  first.start(41);
  first.answerFound(41);
  await nextTurn();
  first.start(42);
  const next = start();
  expect([next.lastCrash, next.crashes(41), next.crashes(42)]).toEqual([[42], 0, 1]);
  next.start(41);
  next.answerFound(41);
  next.add(41);
  await nextTurn();
  next.start(42);
  const last = start();
  expect([last.lastCrash, last.crashes(42), last.has(41)]).toEqual([[42], 2, true]);
});

test("each update that was being worked on may be to blame for a crash, until it is alone", async () => {
  const { start } = processes();
  const first = start();
  for (const id of [41, 42, 43]) first.start(id);
  first.answerFound(41);
  const next = start();
  expect([41, 42, 43].map((id) => next.crashes(id))).toEqual([1, 1, 1]);
  next.start(41);
  next.answerFound(41);
  next.add(41);
  await nextTurn();
  next.start(42);
  const last = start();
  expect([41, 42, 43].map((id) => last.crashes(id))).toEqual([1, 2, 1]);
  expect([41, 42, 43].map((id) => last.wasStarted(id))).toEqual([true, true, true]);
});

test("it is remembered that an answer was sent for the second time", async () => {
  const { start } = processes();
  start().start(41);
  const second = start();
  expect(second.wasResent(41)).toBe(false);
  second.start(41);
  second.markResent(41);
  const third = start();
  expect([third.wasResent(41), third.has(41), third.lastCrash]).toEqual([true, false, []]);
});

test("a rewrite of the file keeps what is known about an update", async () => {
  const { start, file } = processes();
  start().start(41);
  const second = start();
  second.start(41);
  second.markResent(41);
  for (let id = 1000; id < 11_500; id += 1) {
    second.add(id);
    if (id % 100 === 0) await nextTurn();
    if (id === 9000) second.start(41);
  }
  await nextTurn();
  expect(readFileSync(file, "utf8").split("\n").length).toBeLessThan(20_100);
  expect(start().wasStarted(41)).toBe(true);
});

test.each(OBSTACLES)(
  "%s in its place is named, and the data stays in memory",
  async (_what, put, name) => {
    const file = join(temporaryFolder(), "done.txt");
    put(file);
    const logged: string[] = [];
    const processed = openProcessedUpdates(file, (line) => logged.push(line));
    processed.add(1);
    await nextTurn();
    expect(processed.has(1)).toBe(true);
    expect(logged).toEqual([
      `processed updates are kept in memory only: ${file} is ${name}: remove it`,
    ]);
  },
);

const RETRY_MS = 10;

/** A ring whose file cannot be written at first, its log, and a way to wait for the disk. */
function openWatched(file: string) {
  const logged: string[] = [];
  const degraded: boolean[] = [];
  const processed = openProcessedUpdates(
    file,
    (line) => logged.push(line),
    (isDegraded) => degraded.push(isDegraded),
    () => RETRY_MS,
  );
  const back = async () => await expect.poll(() => degraded.at(-1)).toBe(false);
  return { processed, logged, degraded, back };
}

test("once the file can be written, everything is in it, and both changes are logged once", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "done.txt");
  // A disk that is always full.
  symlinkSync("/dev/full", `${file}.new`);
  const { processed, logged, degraded, back } = openWatched(file);
  processed.add(1);
  await nextTurn();
  processed.add(2);
  await new Promise((resolve) => void setTimeout(resolve, 5 * RETRY_MS));
  expect(degraded).toEqual([true]);

  rmSync(`${file}.new`);
  await back();
  processed.add(3);
  await nextTurn();
  expect(degraded).toEqual([true, false]);
  expect(logged).toEqual([
    "processed updates are kept in memory only: make STATE_DIR writable",
    "processed updates are kept on the disk again",
  ]);
  const again = openProcessedUpdates(file, silent);
  expect([1, 2, 3].map((id) => again.has(id))).toEqual([true, true, true]);
});

test("a process that has nothing to write does not touch the file", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "state"), "in the way of the folder");
  const file = join(folder, "state", "done.txt");
  const { back } = openWatched(file);
  rmSync(join(folder, "state"));
  mkdirSync(join(folder, "state"));
  writeFileSync(file, "7\n");
  await back();
  expect(readFileSync(file, "utf8")).toBe("7\n");
});

test("the file recovers when a full disk has room again", async ({ skip }) => {
  const disk = openSmallDisk();
  if (!disk) return skip("no disk can be mounted here");
  const file = join(disk.folder, "done.txt");
  const { processed, degraded, back } = openWatched(file);
  processed.add(1);
  await nextTurn();
  disk.fill();
  for (let id = 2; id < 2000; id += 1) processed.add(id);
  await nextTurn();
  expect(degraded).toEqual([true]);

  disk.free();
  await back();
  const again = openProcessedUpdates(file, silent);
  expect([1, 2, 1999].map((id) => again.has(id))).toEqual([true, true, true]);
});
