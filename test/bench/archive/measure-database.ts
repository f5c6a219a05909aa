import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readProgress } from "../../../src/content/archive/index-articles.ts";
import type { Database } from "../../../src/database/database.ts";
import { openDatabase } from "../../../src/database/open-database.ts";
import { sql } from "../../../src/database/statement.ts";
import { median, quantile } from "../../../src/evaluation/measures.ts";
import {
  startTelegramSimulator,
  type TelegramSimulator,
} from "../../../src/telegram-simulator/telegram-simulator.ts";
import { storeFolder } from "../../support/index-folder.ts";
import { type Compared, compareAnswers } from "./compare-answers.ts";
import { newsIn, type News } from "./news.ts";
import { type Ask, askerOf, type Bot, residentOf, startBot } from "./start-bot.ts";
import { writeArchive } from "./write-archive.ts";

export type DatabaseMeasures = {
  readonly passages: number;
  readonly writtenPerSecond: number;
  /** Of the database with everything in it, in kB a passage. */
  readonly size: number;
  /** Of a bot that answers from it, in milliseconds from message to answer. */
  readonly medianMs: number;
  readonly slowMs: number;
  /** Of the bot, after the first answer and after these questions. */
  readonly residentMb: number;
  readonly residentAfterMb: number;
  readonly compared?: Compared;
  /** Processes that ran or waited on average, before and after. */
  readonly load: readonly [number, number];
};

type DatabaseOptions = {
  readonly url: string;
  readonly passages: readonly string[];
  readonly questions: readonly string[];
  /** A folder of readers' questions about news, whose articles are put among the others. */
  readonly news?: string | undefined;
};

const QUESTIONS = 300;
const POLL_MS = 200;

/** Writes an archive into an empty database, and asks a bot that answers from it. */
export async function measureDatabase(options: DatabaseOptions): Promise<DatabaseMeasures> {
  const { url, passages, questions } = options;
  const loadBefore = loadavg()[0] ?? 0;
  const database = await open(url);
  // One for all bots: what another one has answered before counts as answered.
  const telegram = await startTelegramSimulator();
  const place: Place = { url, telegram, ask: askerOf(telegram, questions) };
  const news = options.news === undefined ? [] : newsIn(options.news);
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-archive-"));
  try {
    writeFiles(folder, passages, news);
    const seconds = await ingest(database, folder, place);
    const [row] = await database.run<{ readonly bytes: number }>(
      sql`SELECT pg_database_size(current_database()) AS bytes`,
    );
    const asked = await askBot(place, questions);
    const compared = news.length > 0 ? await compareAnswers(database, folder, news) : undefined;
    return {
      passages: passages.length,
      writtenPerSecond: passages.length / seconds,
      size: (row?.bytes ?? NaN) / 1000 / passages.length,
      ...asked,
      ...(compared && { compared }),
      load: [loadBefore, loadavg()[0] ?? 0],
    };
  } finally {
    rmSync(folder, { recursive: true });
    await telegram.close();
    await database.close();
  }
}

async function open(url: string): Promise<Database> {
  const { signal } = new AbortController();
  const opened = await openDatabase({ url, log: noteProgress, signal });
  if (opened.kind !== "open") throw new Error(`the database cannot be used → ${opened.kind}`);
  return opened.database;
}

function noteProgress(sentence: string, fields: object = {}): void {
  console.error([sentence, ...Object.values(fields)].join(" "));
}

function writeFiles(folder: string, passages: readonly string[], news: readonly News[]): void {
  mkdirSync(folder, { recursive: true });
  writeArchive(folder, passages);
  for (const { slug, markdown } of news) writeFileSync(join(folder, `${slug}.md`), markdown);
}

type Place = {
  readonly url: string;
  readonly telegram: TelegramSimulator;
  readonly ask: Ask;
};

/** Puts the articles into the database, where a bot then indexes them, which is what is timed: from its start. */
async function ingest(database: Database, folder: string, place: Place): Promise<number> {
  await storeFolder(database, folder);
  const start = performance.now();
  const seconds = await withBot(place, async () => {
    while ((await readProgress(database)).isBehind) await pause(POLL_MS);
    return (performance.now() - start) / 1000;
  });
  await database.run(sql`ANALYZE`);
  return seconds;
}

type Asked = Pick<DatabaseMeasures, "medianMs" | "slowMs" | "residentMb" | "residentAfterMb">;

async function askBot(place: Place, questions: readonly string[]): Promise<Asked> {
  const { ask } = place;
  return withBot(place, async ({ child }) => {
    const residentMb = residentOf(child, "VmRSS");
    const times: number[] = [];
    const step = Math.max(1, Math.floor(questions.length / QUESTIONS));
    for (let at = 0; at < questions.length; at += step) {
      times.push((await ask(questions[at])).ms);
    }
    const residentAfterMb = residentOf(child, "VmRSS");
    return { medianMs: median(times), slowMs: quantile(times, 0.99), residentMb, residentAfterMb };
  });
}

/** A bot that answers from the database, once it has answered something. */
async function withBot<Result>(
  { url, telegram, ask }: Place,
  use: (bot: Bot) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-bot-"));
  const children: ChildProcess[] = [];
  const settings = { DATABASE_URL: url, ANSWER_FROM_DATABASE: "yes" };
  try {
    const bot = await startBot(folder, { telegram, ask, children, settings });
    const result = await use(bot);
    await bot.stop();
    return result;
  } finally {
    for (const child of children) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lines to print. */
export function databaseReport(measured: DatabaseMeasures): string {
  const { passages, writtenPerSecond, size, medianMs, slowMs, compared, load } = measured;
  const lines = [
    `${passages} passages: ${writtenPerSecond.toFixed(0)} written a second, ${size.toFixed(1)} kB each in the database`,
    `a question: ${medianMs.toFixed(1)} ms, p99 ${slowMs.toFixed(1)} ms`,
    `resident: ${measured.residentMb.toFixed(0)} MB after the start, ${measured.residentAfterMb.toFixed(0)} MB after ${QUESTIONS} questions`,
    ...(compared
      ? [
          `of ${compared.questions} readers' questions, the right passage first: ${compared.inDatabase.toFixed(1)} % from the database, ${compared.inMemory.toFixed(1)} % from memory; the same first: ${compared.same.toFixed(1)} %`,
        ]
      : []),
    `load average: ${load.map((one) => one.toFixed(1)).join(" before, ")} after`,
  ];
  return lines.join("\n");
}
