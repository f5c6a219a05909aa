import { expect, test } from "vitest";
import { loadWordVectors, problemWithWordVectors } from "../../src/languages/load-word-vectors.ts";

/** Ten times the usual, in milliseconds. */
const MAX_LOAD_MS = 250;
const MAX_CHECK_MS = 30;
const MAX_QUESTION_MS = 0.6;
/** Of the process, with everything that loading leaves behind. */
const MAX_LOADED_BYTES = 40_000_000;

/** Of several runs, since the machine may be busy during one. */
function fastest(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return Math.min(...times);
}

test("the vectors are loaded in no time, and checked in less", () => {
  expect(fastest(5, () => loadWordVectors())).toBeLessThan(MAX_LOAD_MS);
  expect(fastest(5, () => problemWithWordVectors())).toBeLessThan(MAX_CHECK_MS);
});

test("they take little memory", () => {
  const before = process.memoryUsage();
  const { size, values } = loadWordVectors();
  const after = process.memoryUsage();
  const taken = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
  expect(size * values.length).toBeGreaterThan(0);
  expect(taken).toBeLessThan(MAX_LOADED_BYTES);
});

test("six words are compared with the four hundred of an article", () => {
  const { similarities, size } = loadWordVectors();
  const rows = Array.from({ length: 6 }, (_, at) => (at * 7919) % size);
  const article = Int32Array.from({ length: 400 }, (_, at) => (at * 104_729) % size);
  expect(fastest(500, () => similarities(rows, article))).toBeLessThan(MAX_QUESTION_MS);
});
