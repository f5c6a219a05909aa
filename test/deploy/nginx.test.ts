import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { eventually, temporaryFolder } from "../support/bot-process.ts";
import { freePort } from "../support/webhook-bot.ts";

/** Whether nginx is installed. Without it, its example is skipped with a warning; in CI that fails. */
function hasNginx(): boolean {
  if (spawnSync("nginx", ["-v"]).status === 0) return true;
  if (process.env["CI"] === "true") throw new Error("no nginx → install Debian's package");
  console.warn("SKIPPED: deploy/nginx.conf is not tested, for there is no nginx on the PATH");
  return false;
}

/** with nginx as in the example, but without TLS and with replicas on this machine. */
async function startNginx(replicas: readonly [number, number]) {
  const port = await freePort();
  const example = readFileSync("deploy/nginx.conf", "utf8")
    .replace("listen 443 ssl", `listen 127.0.0.1:${port}`)
    .replace(/^ *ssl_.*$/gmu, "")
    .replace("bot-1:8080", `127.0.0.1:${replicas[0]}`)
    .replace("bot-2:8080", `127.0.0.1:${replicas[1]}`);
  const folder = temporaryFolder();
  const file = join(folder, "nginx.conf");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const http = `http { access_log off; ${temporary.join(" ")} ${example} }`;
  writeFileSync(file, `pid ${join(folder, "pid")}; events {} ${http}`);
  expect(
    spawnSync("nginx", ["-t", "-e", "stderr", "-c", file], { encoding: "utf8" }),
  ).toMatchObject({ status: 0, stderr: expect.stringContaining("test is successful") });
  const nginx = spawn("nginx", ["-e", "stderr", "-c", file, "-g", "daemon off;"]);
  const ended = once(nginx, "exit");
  onTestFinished(async () => {
    nginx.kill("SIGTERM");
    await ended;
  });
  const url = `http://127.0.0.1:${port}/telegram`;
  await eventually(async () => void (await fetch(url)));
  return url;
}

async function startReplica(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const post = (url: string, body = "{}") =>
  fetch(url, { method: "POST", body, headers: { "x-telegram-bot-api-secret-token": "secret" } });

const healthy: RequestListener = (request, response) => {
  const isWhole = request.headers["x-telegram-bot-api-secret-token"] === "secret";
  request.resume().on("end", () => response.writeHead(isWhole ? 200 : 400).end());
};

describe.skipIf(!hasNginx())("with nginx as in the example", () => {
  test.each<[string, RequestListener]>([
    ["is stopping", (_request, response) => void response.writeHead(503).end()],
    ["dies", (request) => void request.socket.destroy()],
  ])("an update goes to the other replica where one %s", async (_name, failing) => {
    const url = await startNginx([await startReplica(failing), await startReplica(healthy)]);
    const statuses: number[] = [];
    for (let times = 0; times < 6; times += 1) statuses.push((await post(url)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
  });

  test("other addresses and long bodies go no further", async () => {
    const replica = await startReplica((_request, response) => void response.end());
    const url = await startNginx([replica, replica]);
    expect((await post(new URL("/metrics", url).href)).status).toBe(404);
    expect((await post(url, "x".repeat(1_100_000))).status).toBe(413);
  });
});

test("the example with replicas names only existing settings", () => {
  const compose = parse(readFileSync("docker-compose.yml", "utf8"), { merge: true });
  const known = readFileSync(".env.example", "utf8");
  for (const name of ["bot-1", "bot-2"]) {
    const settings = Object.keys(compose.services[name].environment);
    expect(settings).toContain("REDIS_URL");
    expect(settings.filter((setting) => !known.includes(`${setting}=`))).toEqual([]);
  }
});
