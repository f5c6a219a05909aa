import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Report, reportSchema } from "./round.ts";

const TOKEN = "123456789:load-load-load-load-load-load-load-0";
const SECRET = "load-load-load-load-load-load-load-load";
const TSX = ["--import", "tsx"];

export type Way = "webhook" | "polling";
export type Contestant = {
  readonly name: string;
  readonly way: Way;
  /** Asks that many questions; returns the milliseconds until the last is answered. */
  readonly answer: (questions: number, wish?: { readonly areNew: boolean }) => Promise<number>;
  /** Prometheus metrics without labels, by name. */
  readonly metrics: () => Promise<ReadonlyMap<string, number>>;
  readonly stop: () => void;
};

/** The bot, as npm start runs it. */
export async function startBot(way: Way): Promise<Contestant> {
  const port = await freePort();
  const address = { WEBHOOK_URL: `http://127.0.0.1:${port}/`, PORT: String(port) };
  const command = [fileURLToPath(new URL("../../src/start.mjs", import.meta.url))];
  const started = await start(command, way === "webhook" ? address : {});
  return { name: "Ask the Article", way, ...started };
}

/** A bot that echoes every text and receives updates as grammY does by default. */
export async function startEcho(way: Way): Promise<Contestant> {
  const script = fileURLToPath(new URL("echo.ts", import.meta.url));
  const mode = way === "webhook" ? "webhook" : "runner";
  const started = await start([...TSX, script, mode], {});
  return { name: way === "webhook" ? "webhookCallback" : "@grammyjs/runner", way, ...started };
}

/** A bot's process with its own Telegram. */
async function start(
  command: readonly string[],
  address: Record<string, string>,
): Promise<Omit<Contestant, "name" | "way">> {
  const script = fileURLToPath(new URL("telegram.ts", import.meta.url));
  const telegram = fork(script, { execArgv: TSX });
  const listening = await nextReport(telegram, "listening");
  const ready = nextReport(telegram, "ready");
  const metricsPort = String(await freePort());
  const bot = startProcess(command, {
    ...address,
    TELEGRAM_API_ROOT: listening.url,
    OPERATION_PORT: metricsPort,
  });
  await ready;
  return {
    async answer(questions, { areNew } = { areNew: false }) {
      const answered = nextReport(telegram, "answered");
      telegram.send({ questions, areNew });
      return (await answered).ms;
    },
    async metrics() {
      const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
      return readMetrics(await response.text());
    },
    stop() {
      bot.kill("SIGKILL");
      telegram.kill("SIGKILL");
    },
  };
}

/** Logs to a file, as under a supervisor. */
function startProcess(command: readonly string[], environment: Record<string, string>) {
  const stateDir = mkdtempSync(join(tmpdir(), "ask-the-article-load-"));
  const printed = openSync(join(stateDir, "printed.log"), "w");
  return spawn(process.execPath, command, {
    stdio: ["ignore", printed, printed],
    env: {
      ...process.env,
      ...environment,
      BOT_TOKEN: TOKEN,
      WEBHOOK_SECRET: SECRET,
      STATE_DIR: stateDir,
    },
  });
}

async function nextReport<Kind extends Report["kind"]>(
  telegram: ChildProcess,
  kind: Kind,
): Promise<Extract<Report, { kind: Kind }>> {
  for (;;) {
    const [message] = await once(telegram, "message");
    const report = reportSchema.parse(message);
    if (isOf(report, kind)) return report;
  }
}

function isOf<Kind extends Report["kind"]>(
  report: Report,
  kind: Kind,
): report is Extract<Report, { kind: Kind }> {
  return report.kind === kind;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  server.close();
  return port ?? 0;
}

const METRIC = /^(?<name>[a-z0-9_]+) (?<value>\S+)$/gmu;

function readMetrics(page: string): ReadonlyMap<string, number> {
  return new Map(
    [...page.matchAll(METRIC)].map(({ groups = {} }) => [
      groups["name"] ?? "",
      Number(groups["value"]),
    ]),
  );
}
