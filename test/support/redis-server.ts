import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import { eventually } from "./bot-process.ts";
import { freePort } from "./webhook-bot.ts";

/** Whether redis-server is installed. Without it, its tests are skipped with a warning; in CI that fails. */
export function hasRedis(): boolean {
  if (spawnSync("redis-server", ["--version"]).status === 0) return true;
  if (process.env["CI"] === "true") throw new Error("no redis-server → install Debian's package");
  console.warn("SKIPPED: replicas are not tested, for there is no redis-server on the PATH");
  return false;
}

type RedisOptions = {
  readonly password?: string;
  /** Has everything on disk that it has confirmed. Without it, Redis forgets everything when it is killed. */
  readonly isDurable?: boolean;
};

/** A Redis server for one test. */
export async function startRedis({ password, isDurable = false }: RedisOptions = {}) {
  const port = await freePort();
  const url = `redis://${password === undefined ? "" : `:${password}@`}127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-redis-"));
  const settings = ["--port", String(port), "--dir", folder, "--save", ""];
  // By default, what Redis confirmed in the last two seconds may not be on disk yet.
  settings.push("--appendonly", isDurable ? "yes" : "no", "--appendfsync", "always");
  if (password !== undefined) settings.push("--requirepass", password);
  let server = spawn("redis-server", settings, { stdio: "ignore" });
  const client = new Redis(url, { retryStrategy: () => 50 });
  client.on("error", () => undefined);
  const isThere = () => eventually(async () => void (await client.ping()));
  onTestFinished(async () => {
    client.disconnect();
    server.kill("SIGKILL");
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  });
  await isThere();

  return {
    url,
    port,
    client,
    kill: async () => {
      server.kill("SIGKILL");
      await once(server, "exit");
    },
    start: async () => {
      server = spawn("redis-server", settings, { stdio: "ignore" });
      await isThere();
    },
    freeze: () => server.kill("SIGSTOP"),
    thaw: () => server.kill("SIGCONT"),
  };
}
