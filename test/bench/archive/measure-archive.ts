import type { ChildProcess } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startTelegramSimulator } from "../../../src/telegram-simulator/telegram-simulator.ts";
import { median } from "../../../src/evaluation/measures.ts";
import { type Ask, askerOf, type Bot, PATIENCE_MS, residentOf, startBot } from "./start-bot.ts";
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

const ADDED = "The night ferry to Vellan leaves the old harbour at nine.";
const ASKED_OF_ADDED = "When does the night ferry to Vellan leave the old harbour?";
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
