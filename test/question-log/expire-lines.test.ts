import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, vi } from "vitest";
import { expireLines } from "../../src/question-log/expire-lines.ts";
import { temporaryFolder } from "../support/bot-process.ts";

// Node and tsx alone take a second to start when other work is going on.
vi.setConfig({ testTimeout: 60_000 });

const isOld = (line: string) => line.startsWith("old");

function fileWith(...lines: string[]): string {
  const file = join(temporaryFolder(), "lines.txt");
  writeFileSync(file, lines.join("\n"));
  return file;
}

test("several processes add to the file while old lines are taken out: no line is lost", async () => {
  const file = fileWith("");
  const names = ["ann", "ben", "cai"];
  const children = names.map((name) =>
    spawn(
      process.execPath,
      ["--import", "tsx", "test/question-log/append-lines.ts", file, name, "500"],
      { stdio: ["ignore", "inherit", "inherit"] },
    ),
  );
  const ended = Promise.all(children.map((child) => once(child, "exit")));
  let replaced = 0;
  while (children.some(({ exitCode }) => exitCode === null)) {
    const { ino: before } = statSync(file);
    // Two at once, as two replicas would.
    await Promise.all([expireLines(file, isOld), expireLines(file, isOld)]);
    if (statSync(file).ino !== before) replaced += 1;
  }
  expect(await ended).toEqual(names.map(() => [0, null]));
  await expireLines(file, isOld);

  expect(replaced).toBeGreaterThan(0);
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const wanted = names.flatMap((name) =>
    Array.from({ length: 500 }, (_, number) => `young ${name} ${number}`),
  );
  expect(lines.toSorted()).toEqual(wanted.toSorted());
  expect(readdirSync(dirname(file))).toEqual(["lines.txt"]);
});

test("bytes that are no text, and a last line without an end, stay as they are", async () => {
  const file = fileWith();
  const rest = Buffer.from([0xff, 0x00, 0x0d, 0x0a, 0xc3, 0x28, 0x0a, 0xe2, 0x80]);
  writeFileSync(file, Buffer.concat([Buffer.from("old\n"), rest]));
  await expireLines(file, isOld);
  expect(readFileSync(file)).toEqual(rest);
});

test("where nothing is old the file stays the very same", async () => {
  const file = fileWith("young", "");
  const before = statSync(file).ino;
  await expireLines(file, isOld);
  expect(statSync(file).ino).toBe(before);
  expect(readdirSync(dirname(file))).toEqual(["lines.txt"]);
});

test("while another process is at it, it is left to that one", async () => {
  const file = fileWith("old", "young", "");
  writeFileSync(`${file}.new`, "half of it");
  await expireLines(file, isOld);
  expect(readFileSync(file, "utf8")).toBe("old\nyoung\n");
  expect(readFileSync(`${file}.new`, "utf8")).toBe("half of it");
});

test("what a killed process left behind long ago stands in nobody's way", async () => {
  const file = fileWith("old", "young", "");
  writeFileSync(`${file}.new`, "half of it");
  const anHourAgo = Date.now() / 1000 - 3600;
  utimesSync(`${file}.new`, anHourAgo, anHourAgo);
  await expireLines(file, isOld);
  expect(readFileSync(file, "utf8")).toBe("young\n");
});

test("a file that is not there is not made", async () => {
  const file = join(temporaryFolder(), "lines.txt");
  await expireLines(file, isOld);
  expect(existsSync(file)).toBe(false);
});
