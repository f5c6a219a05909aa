import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, vi } from "vitest";
import { expireLines } from "../../src/question-log/expire-lines.ts";
import { temporaryFolder } from "../support/bot-process.ts";

// Node and tsx alone take a second to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const isOld = (line: string) => line.startsWith("old");

test("no line is lost if several processes append while old lines are removed", async () => {
  const file = join(temporaryFolder(), "lines.txt");
  writeFileSync(file, "");
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
    // Two at once, as with two replicas.
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
