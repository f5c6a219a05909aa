import { median, quantile } from "../../src/evaluation/measures.ts";
import type { Engine, Finder } from "./engine.ts";
import type { Grown, Times } from "./measures.ts";

/** Each question's fastest pass counts, because other work on the machine only adds time. */
const PASSES = 3;

export async function timesOf(
  asked: readonly { readonly question: string; readonly finder: Finder }[],
): Promise<Times> {
  const least = asked.map(() => Infinity);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const [number, { question, finder }] of asked.entries()) {
      const start = performance.now();
      await finder.find(question);
      const time = 1000 * (performance.now() - start);
      least[number] = Math.min(time, least[number] ?? time);
    }
  }
  return { median: median(least), p99: quantile(least, 0.99) };
}

export async function measureGrown(
  engine: Engine,
  texts: readonly string[],
  questions: readonly string[],
): Promise<Grown> {
  const before = bytesHeld();
  const start = performance.now();
  const finder = await engine.build(texts);
  const buildSeconds = (performance.now() - start) / 1000;
  const bytes = bytesHeld() - before + (finder.bytesOutside ?? 0);
  const times = await timesOf(questions.map((question) => ({ question, finder })));
  return { size: texts.length, buildSeconds, megabytes: bytes / 2 ** 20, ...times };
}

/** After a full garbage collection, which needs `--expose-gc`. */
function bytesHeld(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
