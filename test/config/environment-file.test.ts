import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEnvironmentFile } from "../../src/config/environment-file.ts";
import { temporaryFolder } from "../support/bot-process.ts";
import { OBSTACLES } from "../support/obstacles.ts";

const TEXT = 'BOT_TOKEN=123:abc\nCONTENT_DIR="my articles" # a comment\n\nSTATE_DIR=стан\n';
const VARIABLES = { BOT_TOKEN: "123:abc", CONTENT_DIR: "my articles", STATE_DIR: "стан" };

/** The environment after reading a file of these bytes, and the problem with it. */
function read(bytes: string | Uint8Array, environment: Record<string, string> = {}) {
  const file = join(temporaryFolder(), ".env");
  writeFileSync(file, bytes);
  return { problem: readEnvironmentFile(file, environment), environment };
}

const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => utf16le(text).swap16();

test.each([
  ["UTF-8", Buffer.from(TEXT)],
  ["UTF-8 with a byte order mark", Buffer.from(`\u{feff}${TEXT}`)],
  ["UTF-16, little end first", utf16le(`\u{feff}${TEXT}`)],
  ["UTF-16, big end first", utf16be(`\u{feff}${TEXT}`)],
  ["Windows' line ends", Buffer.from(TEXT.replaceAll("\n", "\r\n"))],
  ["an old Mac's line ends", Buffer.from(TEXT.replaceAll("\n", "\r"))],
  [
    "a byte order mark and Windows' line ends",
    Buffer.from(`\u{feff}${TEXT.replaceAll("\n", "\r\n")}`),
  ],
  ["no line end at the end", Buffer.from(TEXT.trimEnd())],
])("%s is read", (_what, bytes) => {
  expect(read(bytes)).toEqual({ problem: undefined, environment: VARIABLES });
});

test.each([
  ["UTF-16 without a mark", utf16le(TEXT)],
  ["the other UTF-16 without a mark", utf16be(TEXT)],
  ["a null byte", Buffer.from("BOT_TOKEN=123\0abc\n")],
  ["UTF-32", Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from("B\0\0\0")])],
])("%s is reported as not UTF-8 and not used", (_what, bytes) => {
  const { problem, environment } = read(bytes);
  expect(problem).toMatch(/\.env: is not UTF-8 text \(it has null bytes\): save it as UTF-8$/u);
  expect(environment).toEqual({});
});

test("existing variables take precedence, even blank ones", () => {
  const { environment } = read(TEXT, { BOT_TOKEN: "456:def", STATE_DIR: "" });
  expect(environment).toEqual({ ...VARIABLES, BOT_TOKEN: "456:def", STATE_DIR: "" });
});

test("a missing or empty file is not a mistake", () => {
  expect(readEnvironmentFile(join(temporaryFolder(), ".env"), {})).toBeUndefined();
  expect(read("")).toEqual({ problem: undefined, environment: {} });
});

test.each(OBSTACLES)("%s is named", (_what, put, name) => {
  const file = join(temporaryFolder(), ".env");
  put(file);
  expect(readEnvironmentFile(file, {})).toBe(
    `${file}: is ${name}: make it a readable text file, or remove it`,
  );
});

test("a file of many megabytes is refused as settings", () => {
  expect(read(Buffer.alloc(2_000_000, "A")).problem).toContain("larger than 1000000 bytes");
});
