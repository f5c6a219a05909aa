import {
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { expireLines } from "../../src/question-log/expire-lines.ts";
import { temporaryFolder } from "../support/bot-process.ts";

const isOld = (line: string) => line.startsWith("old");

function fileWith(...lines: string[]): string {
  const file = join(temporaryFolder(), "lines.txt");
  writeFileSync(file, lines.join("\n"));
  return file;
}

test("invalid UTF-8 and an unfinished last line stay as they are", async () => {
  const file = fileWith();
  const rest = Buffer.from([0xff, 0x00, 0x0d, 0x0a, 0xc3, 0x28, 0x0a, 0xe2, 0x80]);
  writeFileSync(file, Buffer.concat([Buffer.from("old\n"), rest]));
  await expireLines(file, isOld);
  expect(readFileSync(file)).toEqual(rest);
});

test("a file without old lines is not replaced", async () => {
  const file = fileWith("young", "");
  const before = statSync(file).ino;
  await expireLines(file, isOld);
  expect(statSync(file).ino).toBe(before);
  expect(readdirSync(dirname(file))).toEqual(["lines.txt"]);
});

test("a file that another process is rewriting is left alone", async () => {
  const file = fileWith("old", "young", "");
  writeFileSync(`${file}.new`, "half of it");
  await expireLines(file, isOld);
  expect(readFileSync(file, "utf8")).toBe("old\nyoung\n");
  expect(readFileSync(`${file}.new`, "utf8")).toBe("half of it");
});

test("an abandoned half-written file is replaced", async () => {
  const file = fileWith("old", "young", "");
  writeFileSync(`${file}.new`, "half of it");
  const anHourAgo = Date.now() / 1000 - 3600;
  utimesSync(`${file}.new`, anHourAgo, anHourAgo);
  await expireLines(file, isOld);
  expect(readFileSync(file, "utf8")).toBe("young\n");
});

test("a missing file is not created", async () => {
  const file = join(temporaryFolder(), "lines.txt");
  await expireLines(file, isOld);
  expect(existsSync(file)).toBe(false);
});
