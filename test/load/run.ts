/**
 * Measures how many questions per second the bot answers compared with bare grammY bots that echo every text,
 * with event loop delay and memory; writes docs/load.md. `--quick` takes a shorter time and writes nothing.
 */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Contestant, startBot, startEcho } from "./contestants.ts";
import { type Load, page } from "./page.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const { quick } = parseArgs({ options: { quick: { type: "boolean", default: false } } }).values;

const ROUNDS = quick ? 3 : 7;
/** A second or two, so other work on the machine affects both sides alike. */
const QUESTIONS_A_ROUND = 15_000;
/** Questions asked for the first time. */
const NEW_A_ROUND = quick ? 2000 : 6000;
/** Until the JIT compiler has optimized both. */
const WARM_UP = 30_000;
/** By then the chat memory is full. */
const FILLING_UP = 40_000;
const LONG_RUN = quick ? 80_000 : 200_000;

if (!existsSync(`${HERE}node_modules`)) {
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HERE, stdio: "inherit" });
}

const bot = await startBot("webhook");
const contestants = [
  bot,
  await startEcho("webhook"),
  await startBot("polling"),
  await startEcho("polling"),
];
try {
  const load = await measure(contestants);
  console.log(page(load));
  if (!quick) writeFileSync(`${HERE}../../docs/load.md`, page(load));
} finally {
  for (const { stop } of contestants) stop();
}

async function measure(all: readonly Contestant[]): Promise<Load> {
  for (const { answer } of all) await answer(WARM_UP);
  const measured = all.map((contestant) => ({
    contestant,
    rates: [] as number[],
    delaysMs: [] as number[],
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { contestant, rates, delaysMs } of measured) {
      await contestant.metrics();
      rates.push(await rateOf(contestant, { areNew: false }));
      const delay = (await contestant.metrics()).get("nodejs_eventloop_lag_p99_seconds");
      if (delay !== undefined) delaysMs.push(delay * 1000);
    }
  }
  return {
    sides: measured.map(({ contestant: { name, way }, ...figures }) => ({ name, way, ...figures })),
    memory: await followMemory(bot),
    // Last, because they evict cached answers.
    ofNew: await answerNew(bot),
  };
}

async function rateOf(contestant: Contestant, wish: { readonly areNew: boolean }): Promise<number> {
  const questions = wish.areNew ? NEW_A_ROUND : QUESTIONS_A_ROUND;
  const ms = await contestant.answer(questions, wish);
  const rate = (questions / ms) * 1000;
  console.error(`… ${contestant.name}, ${contestant.way}: ${Math.round(rate)}/s`);
  return rate;
}

async function answerNew(contestant: Contestant): Promise<Load["ofNew"]> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.push(await rateOf(contestant, { areNew: true }));
  }
  return { rates, megabytes: await memoryOf(contestant) };
}

async function followMemory(contestant: Contestant): Promise<Load["memory"]> {
  const memory: { questions: number; megabytes: number }[] = [];
  for (let questions = 0; questions < LONG_RUN; questions += FILLING_UP) {
    await contestant.answer(FILLING_UP);
    memory.push({ questions: questions + FILLING_UP, megabytes: await memoryOf(contestant) });
  }
  return memory;
}

async function memoryOf({ metrics }: Contestant): Promise<number> {
  const bytes = (await metrics()).get("process_resident_memory_bytes") ?? 0;
  return bytes / 1024 / 1024;
}
