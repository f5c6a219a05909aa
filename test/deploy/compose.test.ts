import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, readFileSync } from "node:fs";
import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { eventually, temporaryFolder } from "../support/bot-process.ts";
import { hasRedis } from "../support/redis-server.ts";
import { freePort } from "../support/webhook-bot.ts";

const texts = z.array(z.string());
const SIZE = /^\d+[kmg]$/u;

/** The settings that the example uses, by their names in the Compose specification, which refuses any other. */
const service = z.strictObject({
  build: z.string().exactOptional(),
  image: z.string().exactOptional(),
  command: z.string().exactOptional(),
  user: z.string().exactOptional(),
  restart: z.enum(["no", "always", "on-failure", "unless-stopped"]),
  depends_on: texts.exactOptional(),
  environment: z.record(z.string(), z.string()).exactOptional(),
  secrets: texts.exactOptional(),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/u)
    .exactOptional(),
  read_only: z.boolean().exactOptional(),
  cap_drop: texts.exactOptional(),
  security_opt: texts,
  tmpfs: texts.exactOptional(),
  shm_size: z.string().regex(SIZE).exactOptional(),
  mem_limit: z.string().regex(SIZE),
  pids_limit: z.int().positive(),
  ports: texts.exactOptional(),
  volumes: texts.exactOptional(),
});

const compose = z.strictObject({
  "x-bot": z.unknown(),
  services: z.record(z.string(), service),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
  volumes: z.record(z.string(), z.null()),
});

const example = compose.parse(parse(readFileSync("docker-compose.yml", "utf8"), { merge: true }));
const { redis, database, nginx, "bot-1": bot } = example.services;

test.each(Object.entries(example.services))("%s names only what exists", (_name, one) => {
  expect(one.image === undefined).toBe(one.build !== undefined);
  const others = Object.keys(example.services);
  expect((one.depends_on ?? []).filter((other) => !others.includes(other))).toEqual([]);
  expect((one.secrets ?? []).filter((secret) => !(secret in example.secrets))).toEqual([]);
  const named = (one.volumes ?? []).map((volume) => volume.split(":")[0] ?? "");
  const unknown = named.filter((name) => !name.startsWith(".") && !(name in example.volumes));
  expect(unknown).toEqual([]);
});

test.each([
  // The bot's image sets its own user.
  ["bot-1", bot, undefined],
  ["redis", redis, "redis"],
  ["database", database, "postgres"],
])("%s runs without root or capabilities and writes only to its state", (_name, one, user) => {
  expect(one).toMatchObject({
    cap_drop: ["ALL"],
    read_only: true,
    security_opt: ["no-new-privileges:true"],
  });
  expect(one?.user).toBe(user);
});

test("no service can gain privileges", () => {
  expect(nginx?.security_opt).toEqual(["no-new-privileges:true"]);
});

/** In kilobytes. */
function sizeOf(text = ""): number {
  const unit = { k: 1, m: 1024, g: 1024 ** 2 }[/[kmg]/u.exec(text)?.[0] ?? ""] ?? Number.NaN;
  return Number.parseInt(text, 10) * unit;
}

const COMMAND = redis?.command ?? "";

test("Redis has the memory that its configuration allows", () => {
  const most = /--maxmemory (?<size>\d+[kmg])b/u.exec(COMMAND)?.groups?.["size"];
  expect(sizeOf(most)).toBeGreaterThan(0);
  expect(sizeOf(redis?.mem_limit)).toBeGreaterThan(sizeOf(most) * 1.25);
});

/** The uid and gid of the user in the image. */
const IMAGE_USER = ["--reuid=999", "--regid=1000", "--clear-groups"];
const NO_CAPABILITIES = ["--bounding-set=-all", "--inh-caps=-all", "--no-new-privs"];

function canDropPrivileges(): boolean {
  if (!hasRedis()) return false;
  const tried = spawnSync("setpriv", [...IMAGE_USER, ...NO_CAPABILITIES, "prlimit", "--version"]);
  if (tried.status === 0) return true;
  if (process.env["CI"] === "true")
    throw new Error("no setpriv or prlimit → install util-linux, run as root");
  console.warn(
    "SKIPPED: Redis is not tried without capabilities: that takes setpriv, prlimit and root",
  );
  return false;
}

test.skipIf(!canDropPrivileges())(
  "Redis starts as its own user without capabilities, within the limits, evicts what is too much, and keeps what is owed",
  async () => {
    const port = await freePort();
    const data = temporaryFolder();
    // Its volume, the only place it may write to.
    chownSync(data, 999, 1000);
    const limits = [`--as=${sizeOf(redis?.mem_limit) * 1024}`, `--nproc=${redis?.pids_limit}`];
    const privileges = [...IMAGE_USER, ...NO_CAPABILITIES].join(" ");
    const command = `exec setpriv ${privileges} prlimit ${limits.join(" ")} ${COMMAND} --port ${port}`;
    let printed = "";
    const start = () => {
      const started = spawn("sh", ["-c", command], { cwd: data });
      started.stdout.on("data", (text: Buffer) => (printed += text.toString()));
      return started;
    };
    const end = async () => {
      server.kill("SIGKILL");
      if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    };
    let server = start();
    const client = new Redis(port, "127.0.0.1", { retryStrategy: () => 50 });
    client.on("error", () => undefined);
    onTestFinished(async () => {
      client.disconnect();
      await end();
    });
    await eventually(async () => void (await client.ping()));

    const text = "x".repeat(1_000_000);
    for (let number = 0; number < 300; number += 1) {
      await client.set(`key-${number}`, text, "EX", 60 + number);
    }
    expect(await client.strlen("key-299")).toBe(text.length);
    expect(await client.dbsize()).toBeLessThan(300);

    await client.rpush("owed", "an answer");
    // Synced to the disk once a second.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await end();
    server = start();
    await eventually(async () => expect(await client.lrange("owed", 0, -1)).toEqual(["an answer"]));
    expect(printed).not.toMatch(/fatal|error|denied/iu);
  },
);

/** Docker's own verdict on the file, if Docker is installed. */
function composeCommand(): readonly string[] | undefined {
  const known = [["docker", "compose"], ["docker-compose"]];
  const found = known.find(([program = "", ...args]) => {
    return spawnSync(program, [...args, "version"]).status === 0;
  });
  if (!found)
    console.warn("SKIPPED: docker-compose.yml is not read by Docker, which has no Compose here");
  return found;
}

describe.skipIf(composeCommand() === undefined)("Compose", () => {
  test("reads the example", () => {
    const [program = "", ...args] = composeCommand() ?? [];
    const set = { WEBHOOK_SECRET: "s", POSTGRES_PASSWORD: "p" };
    const env = { ...process.env, WEBHOOK_URL: "https://bot.example.org/t", ...set };
    const read = spawnSync(program, [...args, "config", "--quiet"], { env, encoding: "utf8" });
    expect(read).toMatchObject({ status: 0, stderr: "" });
  });
});
