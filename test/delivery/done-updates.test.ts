import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDoneUpdates } from "../../src/delivery/done-updates.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "done-updates-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const silent = () => undefined;

test("what is done is still done after a restart", async () => {
  const file = join(temporaryFolder(), "new", "done.txt");
  openDoneUpdates(file, silent).add(41);
  await nextTurn();
  const again = openDoneUpdates(file, silent);
  expect([again.has(41), again.has(42)]).toEqual([true, false]);
});

test("the oldest of more than ten thousand is forgotten, in memory and in the file", async () => {
  const file = join(temporaryFolder(), "done.txt");
  const done = openDoneUpdates(file, silent);
  for (let id = 1; id <= 50_000; id += 1) {
    done.add(id);
    if (id % 100 === 0) await nextTurn();
  }
  expect([done.has(40_000), done.has(40_001), done.has(50_000)]).toEqual([false, true, true]);
  expect(readFileSync(file, "utf8").split("\n").length).toBeLessThan(20_100);
  expect(openDoneUpdates(file, silent).has(50_000)).toBe(true);
});

test("a second process that opens the file and ends takes nothing from the first", async () => {
  const file = join(temporaryFolder(), "done.txt");
  const first = openDoneUpdates(file, silent);
  first.add(41);
  await nextTurn();
  openDoneUpdates(file, silent);
  first.add(42);
  await nextTurn();
  const again = openDoneUpdates(file, silent);
  expect([41, 42].map((id) => again.has(id))).toEqual([true, true]);
});

test("a line cut short by a kill, and lines of something else, are no ids", () => {
  const file = join(temporaryFolder(), "done.txt");
  writeFileSync(file, "7\nnonsense\n-3\n\n8\n");
  appendFileSync(file, "12");
  const done = openDoneUpdates(file, silent);
  expect([7, 8, 12, 1, 0].filter((id) => done.has(id))).toEqual([7, 8]);
});

test("where nothing can be written it goes on in memory, and says so once", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a-file"), "");
  const told: string[] = [];
  const done = openDoneUpdates(join(folder, "a-file", "done.txt"), (line) => told.push(line));
  done.add(1);
  done.add(2);
  await nextTurn();
  expect([done.has(1), done.has(2)]).toEqual([true, true]);
  expect(told).toEqual(["done updates are kept in memory only: make STATE_DIR writable"]);
});
