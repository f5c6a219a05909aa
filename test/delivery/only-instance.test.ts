import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { isOnlyInstance } from "../../src/delivery/only-instance.ts";

function socketPath(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "only-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, ...names, "polling.sock");
}

test("a second one in the same folder is told so, one elsewhere is not", async () => {
  const path = socketPath("new");
  expect(await isOnlyInstance(path)).toBe(true);
  expect(await isOnlyInstance(path)).toBe(false);
  expect(await isOnlyInstance(socketPath())).toBe(true);
});

test("the place of a killed process is free", async () => {
  const path = socketPath();
  const listen = `require("node:net").createServer().listen(${JSON.stringify(path)})`;
  const child = spawn(process.execPath, ["-e", listen]);
  await vi.waitFor(() => expect(existsSync(path)).toBe(true), { timeout: 5000 });
  expect(await isOnlyInstance(path)).toBe(false);
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.kill("SIGKILL");
  await ended;
  expect(existsSync(path)).toBe(true);
  expect(await isOnlyInstance(path)).toBe(true);
});

test("where no socket can be made the bot starts all the same", async () => {
  const tooLong = socketPath("x".repeat(150));
  expect([await isOnlyInstance(tooLong), await isOnlyInstance(tooLong)]).toEqual([true, true]);
});
