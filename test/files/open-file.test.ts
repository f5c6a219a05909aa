import { mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openFile } from "../../src/files/open-file.ts";

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "index.bin");
  writeFileSync(path, text);
  return path;
}

test("parts are read from where they are", () => {
  const { length, read } = openFile(fileWith("the night ferry"));
  expect(length).toBe(15);
  expect(Buffer.from(read(4, 5)).toString()).toBe("night");
  expect(read(15, 0)).toHaveLength(0);
});

test("a file that is replaced is still read as it was", () => {
  const path = fileWith("the night ferry");
  const { read } = openFile(path);
  writeFileSync(`${path}.new`, "another");
  renameSync(`${path}.new`, path);
  expect(Buffer.from(read(10, 5)).toString()).toBe("ferry");
});

test("a file that was cut off says so", () => {
  const path = fileWith("the night ferry");
  const { read } = openFile(path);
  truncateSync(path, 6);
  expect(() => read(4, 5)).toThrow("was cut off → restart the bot");
});

test("a folder cannot be opened", () => {
  expect(() => openFile(tmpdir())).toThrow("is a folder: remove it");
});
