import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import packageFile from "../../../package.json" with { type: "json" };
import type { TelegramSimulator } from "../../../src/telegram-simulator/telegram-simulator.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
/** What `npm start` runs. */
const START: string = packageFile.scripts.start;
/** Longer than any start or reload takes. */
export const PATIENCE_MS = 600_000;
const POLL_MS = 2;

type Answered = { readonly ms: number; readonly text: string };
export type Ask = (question?: string) => Promise<Answered>;

/** Asks a question, by default one that nobody asked before, as a new reader. */
export function askerOf(telegram: TelegramSimulator, questions: readonly string[]): Ask {
  let asked = 0;
  return async (question = `${questions[asked % questions.length]} ${asked}`) => {
    const user = telegram.simulateUser(telegram.createUser());
    asked += 1;
    const began = performance.now();
    user.say(question);
    for (;;) {
      const answer = user.messages().find(({ from }) => from?.is_bot === true);
      const ms = performance.now() - began;
      if (answer) return { ms, text: answer.text ?? "" };
      if (ms > PATIENCE_MS) throw new Error("no answer → see its log");
      await pause(POLL_MS);
    }
  };
}

export type Bot = {
  readonly child: ChildProcess;
  readonly seconds: number;
  readonly printed: () => string;
  readonly pauseMs: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

type Surroundings = {
  readonly telegram: TelegramSimulator;
  readonly ask: Ask;
  /** All that were started. */
  readonly children: ChildProcess[];
  readonly settings?: Readonly<Record<string, string>>;
};

export async function startBot(
  folder: string,
  { telegram, ask, children, settings }: Surroundings,
): Promise<Bot> {
  const log = join(folder, "printed.log");
  const output = openSync(log, "a");
  const before = readFileSync(log, "utf8").length;
  const port = String(20_000 + (process.pid % 20_000));
  const began = performance.now();
  const child = spawn("sh", ["-c", START], {
    cwd: ROOT,
    stdio: ["ignore", output, output],
    env: {
      ...process.env,
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      CONTENT_DIR: join(folder, "content"),
      STATE_DIR: join(folder, "state"),
      OPERATION_PORT: port,
      ...settings,
    },
  });
  children.push(child);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the bot ended with ${code}: ${readFileSync(log, "utf8").slice(-2000)}`);
  });
  await Promise.race([ask(), ended]);
  return {
    child,
    seconds: (performance.now() - began) / 1000,
    printed: () => readFileSync(log, "utf8").slice(before),
    pauseMs: () => longestPause(port),
    async stop() {
      child.kill("SIGTERM");
      await ended.catch(() => {});
    },
  };
}

const LONGEST_PAUSE = /^nodejs_eventloop_lag_max_seconds (?<seconds>\S+)$/mu;

/** The metric is the longest time between two ticks of a timer that is due so often: a loop that never pauses shows 10 ms. */
const TICK_MS = 10;

/** Of the event loop, since this was last asked. */
async function longestPause(port: string): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const longest = 1000 * Number(LONGEST_PAUSE.exec(metrics)?.groups?.["seconds"]);
  return longest - TICK_MS;
}

/** VmRSS is what a process has in memory now, VmHWM the most it ever had. */
export function residentOf({ pid }: ChildProcess, field: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, "mu").exec(status)?.[1];
  return Number(kilobytes) / 1024;
}
