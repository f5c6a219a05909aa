import { expect, test } from "vitest";
import { likelihood } from "../../../src/import/attribute/tagging/tagger.ts";
import { featureRows, learnTagger, rowOf } from "../../../src/training/attribution/learn-tagger.ts";

const TELLING = 7;
const NOISE = [100, 101, 102];

/** Every other row has the feature that tells. */
const ROWS = Array.from({ length: 200 }, (_, number) =>
  Int32Array.from([...(number % 2 === 0 ? [TELLING] : []), NOISE[number % 3] ?? 0]),
);
const IS_TRUE = Uint8Array.from(ROWS, (_, number) => (number % 2 === 0 ? 1 : 0));

function learned(passes = 3) {
  const rows = featureRows(ROWS);
  const all = Int32Array.from(ROWS.keys());
  return { rows, tagger: learnTagger(rows, IS_TRUE, all, { passes, rate: 0.1 }) };
}

test("the feature that tells decides", () => {
  const { rows, tagger } = learned();
  expect(likelihood(rowOf(rows, 0), tagger)).toBeGreaterThan(0.8);
  expect(likelihood(rowOf(rows, 1), tagger)).toBeLessThan(0.5);
});

test("the same examples give the same tagger", () => {
  expect(learned().tagger).toEqual(learned().tagger);
});

test("a feature hardly ever seen says nothing", () => {
  const rows = featureRows([...ROWS, Int32Array.from([9])]);
  const all = Int32Array.from({ length: rows.size }, (_, row) => row);
  const isTrue = Uint8Array.from([...IS_TRUE, 1]);
  const tagger = learnTagger(rows, isTrue, all, { passes: 3, rate: 0.1 });
  expect(likelihood([9], tagger)).toBe(0.5);
});
