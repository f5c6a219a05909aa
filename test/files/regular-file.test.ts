import { execFileSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  closeSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  NotAFile,
  obstacleAt,
  openToAppend,
  readRegularFile,
  replaceFile,
} from "../../src/files/regular-file.ts";
import { temporaryFolder } from "../support/bot-process.ts";
import { OBSTACLES } from "../support/obstacles.ts";

test.each(OBSTACLES)("%s is never read or written as a file", (_what, put, obstacle) => {
  const path = join(temporaryFolder(), "notes.txt");
  put(path);
  expect(obstacleAt(path)).toBe(obstacle);
  for (const use of [readRegularFile, openToAppend, () => replaceFile(path, "text")]) {
    expect(() => use(path)).toThrow(`notes.txt is ${obstacle}: remove it`);
  }
});

test("a socket is named", async () => {
  const path = join(temporaryFolder(), "notes.txt");
  const server = createServer().listen(path);
  onTestFinished(() => void server.close());
  await new Promise((resolve) => void server.once("listening", resolve));
  expect(obstacleAt(path)).toBe("a socket");
});

test.each([
  ["a pipe", (path: string) => void execFileSync("mkfifo", [path])],
  ["a folder", (path: string) => mkdirSync(path)],
])("%s in place of the temporary file is named as well", (obstacle, put) => {
  const path = join(temporaryFolder(), "notes.txt");
  put(`${path}.new`);
  expect(() => replaceFile(path, "text")).toThrow(`notes.txt.new is ${obstacle}`);
});

test("a file, a link to a file and a free path are no obstacles", () => {
  const folder = temporaryFolder();
  const [file, link] = [join(folder, "file"), join(folder, "link")];
  expect(obstacleAt(file)).toBeUndefined();
  replaceFile(file, "text");
  symlinkSync(file, link);
  expect([obstacleAt(file), obstacleAt(link)]).toEqual([undefined, undefined]);
  expect(readRegularFile(link).toString()).toBe("text");
  closeSync(openToAppend(file));
  expect(readFileSync(file, "utf8")).toBe("text");
  expect(existsSync(`${file}.new`)).toBe(false);
});

test("a file that is too large is not read, and a missing one is reported as missing", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "x".repeat(11));
  expect(() => readRegularFile(file, 10)).toThrow(NotAFile);
  unlinkSync(file);
  expect(() => readRegularFile(file, 10)).toThrow("ENOENT");
});

test.skipIf(process.getuid?.() !== 0)("a file that root replaces stays its owner's", () => {
  const path = join(temporaryFolder(), "notes.txt");
  writeFileSync(path, "old");
  chownSync(path, 4242, 4343);
  replaceFile(path, "new");
  expect(statSync(path)).toMatchObject({ uid: 4242, gid: 4343 });
  expect(readFileSync(path, "utf8")).toBe("new");
});
