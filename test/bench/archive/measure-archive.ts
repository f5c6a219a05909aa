import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  startTelegramSimulator,
  type TelegramSimulator,
} from "../../../src/telegram-simulator/telegram-simulator.ts";
import { median } from "../../../src/evaluation/measures.ts";
import { writeArchive } from "./write-archive.ts";

export type ArchiveMeasures = {
  readonly passages: number;
  readonly articles: number;
  /** Until the first answer. */
  readonly firstStartSeconds: number;
  readonly savedStartSeconds: number;
  /** From the signal until the new version answers. */
  readonly reloadSeconds: number;
  /** Of the event loop, and of an answer, meanwhile. */
  readonly pauseMs: number;
  readonly answerMs: number;
  readonly answers: number;
  /** The longest answer, and the median, before. */
  readonly beforeMs: number;
  readonly usualMs: number;
  /** After the start with the saved index, after the reload, and at most during it. */
  readonly residentMb: number;
  readonly residentAfterMb: number;
  readonly residentPeakMb: number;
  /** Processes that ran or waited on average, before and after. */
  readonly load: readonly [number, number];
};

const START = fileURLToPath(new URL("../../../src/start.mjs", import.meta.url));
/** Longer than any start or reload takes. */
const PATIENCE_MS = 600_000;
const POLL_MS = 2;
/** So that the questions leave most of a processor to the reload. */
const BETWEEN_QUESTIONS_MS = 30;
/** Preparations for later questions come after a reload. */
const AFTER_RELOAD_MS = 5000;
const USUAL_ANSWERS = 100;

/** Starts a bot with these passages twice, then edits an article while readers ask. */
export async function measureArchive(
  passages: readonly string[],
  questions: readonly string[],
): Promise<ArchiveMeasures> {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-archive-"));
  const telegram = await startTelegramSimulator();
  const ask = askerOf(telegram, questions);
  const children: ChildProcess[] = [];
  const start = () => startBot(folder, { telegram, ask, children });
  const loadBefore = loadavg()[0] ?? 0;
  try {
    const files = writeArchive(join(folder, "content"), passages);
    const first = await start();
    await first.stop();
    const saved = await start();
    const residentMb = residentOf(saved.child, "VmRSS");
    const reloaded = await reload(saved, files, ask);
    await saved.stop();
    return {
      passages: passages.length,
      articles: files.length,
      firstStartSeconds: first.seconds,
      savedStartSeconds: saved.seconds,
      residentMb,
      ...reloaded,
      load: [loadBefore, loadavg()[0] ?? 0],
    };
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await telegram.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Answered = { readonly ms: number; readonly text: string };
type Ask = (question?: string) => Promise<Answered>;

/** Asks a question, by default one that nobody asked before, as a new reader. */
function askerOf(telegram: TelegramSimulator, questions: readonly string[]): Ask {
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

type Bot = {
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
};

async function startBot(folder: string, { telegram, ask, children }: Surroundings): Promise<Bot> {
  const log = join(folder, "printed.log");
  const output = openSync(log, "a");
  const before = readFileSync(log, "utf8").length;
  const port = String(20_000 + (process.pid % 20_000));
  const began = performance.now();
  const child = spawn(process.execPath, [START], {
    stdio: ["ignore", output, output],
    env: {
      ...process.env,
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      CONTENT_DIR: join(folder, "content"),
      STATE_DIR: join(folder, "state"),
      OPERATION_PORT: port,
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

const ADDED = "The night ferry to Vellan leaves the old harbour at nine.";
const ASKED_OF_ADDED = "When does the night ferry to Vellan leave the old harbour?";
const LONGEST_PAUSE = /^nodejs_eventloop_lag_max_seconds (?<seconds>\S+)$/mu;

/** Of the event loop, since this was last asked. */
async function longestPause(port: string): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return 1000 * Number(LONGEST_PAUSE.exec(metrics)?.groups?.["seconds"]);
}

async function reload(bot: Bot, [file = ""]: readonly string[], ask: Ask) {
  const usual: number[] = [];
  for (let at = 0; at < USUAL_ANSWERS; at += 1) usual.push((await ask()).ms);
  await bot.pauseMs();

  appendFileSync(file, `\n${ADDED}\n`);
  const began = performance.now();
  bot.child.kill("SIGHUP");
  const times: number[] = [];
  let reloadedAfter: number | undefined;
  while (performance.now() - began < (reloadedAfter ?? PATIENCE_MS) + AFTER_RELOAD_MS) {
    times.push((await ask()).ms);
    await pause(BETWEEN_QUESTIONS_MS);
    if (reloadedAfter === undefined && bot.printed().includes("the articles were reloaded")) {
      reloadedAfter = performance.now() - began;
    }
  }
  const { text } = await ask(ASKED_OF_ADDED);
  if (!text.includes(ADDED)) throw new Error(`the edited article does not answer: ${text}`);
  return {
    reloadSeconds: (reloadedAfter ?? NaN) / 1000,
    pauseMs: await bot.pauseMs(),
    answerMs: Math.max(...times),
    answers: times.length,
    beforeMs: Math.max(...usual),
    usualMs: median(usual),
    residentAfterMb: residentOf(bot.child, "VmRSS"),
    residentPeakMb: residentOf(bot.child, "VmHWM"),
  };
}

/** VmRSS is what a process has in memory now, VmHWM the most it ever had. */
function residentOf({ pid }: ChildProcess, field: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, "mu").exec(status)?.[1];
  return Number(kilobytes) / 1024;
}
