import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStateFile, readStateLines } from "../../src/files/state-file.ts";
import { NewerState, upgradeFile, type StateFormat } from "../../src/files/state-format.ts";
import { temporaryFolder } from "../support/bot-process.ts";

/** What the bot writes today, and the next two versions of it, made up. */
const NOTES: StateFormat = { contents: "notes", upgrades: [] };
const NEXT: StateFormat = { ...NOTES, upgrades: [(lines) => lines.map((line) => `<${line}>`)] };
const LATER: StateFormat = {
  ...NEXT,
  upgrades: [...NEXT.upgrades, (lines) => lines.toReversed()],
};
const MAX_BYTES = 1000;

function notesFile(text?: string) {
  const file = join(temporaryFolder(), "notes.txt");
  if (text !== undefined) writeFileSync(file, text, { mode: 0o600 });
  const open = (format: StateFormat) => {
    const lines = [...readStateLines(file, MAX_BYTES, format)];
    const all = () => lines.map((line) => `${line}\n`).join("");
    const opened = openStateFile({ file, format, all, log: () => {} });
    const add = (line: string) => {
      lines.push(line);
      opened.append(`${line}\n`);
    };
    return { lines, add, close: opened.close };
  };
  return { file, open, text: () => readFileSync(file, "utf8") };
}

test("a file without a version is of the first one", () => {
  const { open, text } = notesFile("one\ntwo\n");
  const { lines, add } = open(NOTES);
  expect(lines).toEqual(["one", "two"]);
  add("three");
  expect(text()).toBe('{"state":"notes","version":1}\none\ntwo\nthree\n');
});

test("what a version writes, it reads", () => {
  for (const format of [NOTES, NEXT, LATER]) {
    const { open } = notesFile();
    const first = open(format);
    for (const line of ["one", "two"]) first.add(line);
    first.close();
    expect(open(format).lines).toEqual(["one", "two"]);
  }
});

test.each([
  ["next", NEXT, ["<one>", "<two>"]],
  ["one after the next", LATER, ["<two>", "<one>"]],
])(
  "the %s version reads the first, replaces it with the first write, and keeps it",
  (_which, format, expected) => {
    const { file, open, text } = notesFile("one\ntwo\n");
    const { lines, add } = open(format);
    expect(lines).toEqual(expected);
    expect(text()).toBe("one\ntwo\n");

    add("three");
    const version = format.upgrades.length + 1;
    const header = `{"state":"notes","version":${version}}`;
    expect(text().split("\n")).toEqual([header, ...expected, "three", ""]);
    expect(readFileSync(`${file}.version-1`, "utf8")).toBe("one\ntwo\n");
    expect(statSync(`${file}.version-1`).mode & 0o777).toBe(0o600);
    expect(open(format).lines).toEqual([...expected, "three"]);
  },
);

test("a second upgrade keeps what the first one made", () => {
  const { file, open } = notesFile("one\n");
  const next = open(NEXT);
  next.add("two");
  next.close();
  open(LATER).add("three");
  expect(readFileSync(`${file}.version-2`, "utf8")).toContain("<one>\ntwo\n");
  expect(open(LATER).lines).toEqual(["two", "<one>", "three"]);
});

test("while the older file cannot be kept, it is not replaced", () => {
  const { file, open, text } = notesFile("one\n");
  mkdirSync(`${file}.version-1`);
  const { add, close } = open(NEXT);
  add("two");
  close();
  expect(text()).toBe("one\n");
});

test("a file of a newer version is refused in a sentence, and stays as it is", () => {
  const { file, open, text } = notesFile("one\n");
  const newer = open(NEXT);
  newer.add("two");
  newer.close();
  const before = text();
  expect(() => open(NOTES)).toThrow(NewerState);
  expect(() => open(NOTES)).toThrow(
    `${file}: these notes are of a newer version of the bot (their form is 2, this bot knows 1): start the newer bot again, or move this file away`,
  );
  expect(() => upgradeFile(file, NOTES)).toThrow(NewerState);
  expect(text()).toBe(before);
});

test("a file that has one writer only is upgraded at once", () => {
  const { file, text } = notesFile("one\ntwo\n");
  upgradeFile(file, NOTES);
  expect(text()).toBe("one\ntwo\n");
  upgradeFile(file, NEXT);
  expect(text()).toBe('{"state":"notes","version":2}\n<one>\n<two>\n');
});

test("there is nothing to upgrade or to keep in a file that is empty or missing", () => {
  for (const content of ["", undefined]) {
    const { file, open } = notesFile(content);
    upgradeFile(file, LATER);
    open(LATER).add("one");
    expect(open(LATER).lines).toEqual(["one"]);
    expect(existsSync(`${file}.version-1`)).toBe(false);
  }
});
