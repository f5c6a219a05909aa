import { spawn } from "node:child_process";
import { existsSync, lstatSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { acquireInstanceLock } from "../../../src/delivery/polling/instance-lock.ts";
import { OBSTACLES } from "../../support/obstacles.ts";

function socketPath(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "only-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, ...names, "polling.sock");
}

test("the lock is refused in the same folder and granted in another", async () => {
  const path = socketPath("new");
  expect(await acquireInstanceLock(path)).toBe(true);
  expect(await acquireInstanceLock(path)).toBe(false);
  expect(await acquireInstanceLock(socketPath())).toBe(true);
});

test("a kill releases the lock", async () => {
  const path = socketPath();
  const listen = `require("node:net").createServer().listen(${JSON.stringify(path)})`;
  const child = spawn(process.execPath, ["-e", listen]);
  await vi.waitFor(() => expect(existsSync(path)).toBe(true), { timeout: 5000 });
  expect(await acquireInstanceLock(path)).toBe(false);
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.kill("SIGKILL");
  await ended;
  expect(existsSync(path)).toBe(true);
  expect(await acquireInstanceLock(path)).toBe(true);
});

test("without a socket the bot starts anyway", async () => {
  const tooLong = socketPath("x".repeat(150));
  expect([await acquireInstanceLock(tooLong), await acquireInstanceLock(tooLong)]).toEqual([
    true,
    true,
  ]);
});

test.each([
  ...OBSTACLES,
  ["a file", (path: string) => writeFileSync(path, "notes"), "a file"],
] as const)(
  "%s in place of the socket is reported and left alone, and the bot starts",
  async (_what, put) => {
    const path = socketPath();
    put(path);
    const logged: string[] = [];
    expect(await acquireInstanceLock(path, (line) => logged.push(line))).toBe(true);
    expect(logged).toEqual([
      `${path} is not the bot's socket: remove it, or a second start here goes unnoticed`,
    ]);
    expect(lstatSync(path).isSocket()).toBe(false);
  },
);
