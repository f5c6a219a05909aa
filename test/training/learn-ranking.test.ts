import { expect, test } from "vitest";
import { RANKING_FEATURES } from "../../src/search/ranking/features.ts";
import {
  isRightAmong,
  learnRanking,
  rankingExamples,
  rankingWeightsFrom,
  weightsByOthers,
} from "../../src/training/learn-ranking.ts";
import { LABELLED, STORM } from "./training-questions.ts";

const examples = rankingExamples(LABELLED);

test("only questions that their article answers teach how to rank", () => {
  const own = LABELLED.filter(({ origin }) => origin === "own");
  expect(examples).toHaveLength(own.length);
  expect(examples.every(({ isRight }) => isRight.includes(true))).toBe(true);
});

test("the weights learned put a right passage first", () => {
  const weights = learnRanking(examples);
  expect(examples.filter((example) => !isRightAmong(1, example, weights))).toEqual([]);
});

test.each([
  [1, false],
  [2, true],
  [3, true],
])("a right passage that is second is among the first %i: %s", (first, isAmong) => {
  const weights = Float64Array.of(1);
  const rows = [0, 2, 1].map((value) => Float64Array.of(value));
  const example = { set: "readers", article: STORM, rows, isRight: [false, false, true] };
  expect(isRightAmong(first, example, weights)).toBe(isAmong);
});

/** A row with these first values, the rest 0. */
function rowOf(...values: readonly number[]): Float64Array {
  const whole = new Float64Array(2 * RANKING_FEATURES.length);
  whole.set(values);
  return whole;
}

test("of several right passages any may be first", () => {
  const isRight = [true, true, false];
  const example = {
    set: "readers",
    article: STORM,
    rows: [rowOf(1, 0), rowOf(0, 0), rowOf(0, 1)],
    isRight,
  };
  const weights = learnRanking([example]);
  expect(weights[0]).toBeGreaterThan(0);
  expect(weights[1]).toBeLessThan(0);
});

test("the same questions always lead to the same weights", () => {
  expect(learnRanking(examples)).toEqual(learnRanking(examples));
});

test("the weights for an article are not learned on it", () => {
  const [first] = examples;
  const others = examples.filter(({ article }) => article.slug !== first?.article.slug);
  expect(others.length).toBeLessThan(examples.length);
  expect(first && weightsByOthers(examples)(first.article)).toEqual(learnRanking(others));
});

test("half of a row is of short questions, half of long ones", () => {
  const row = Float64Array.from({ length: 2 * RANKING_FEATURES.length }, (_, at) => at + 0.123_46);
  const { short, long } = rankingWeightsFrom(row);
  expect(Object.keys(short)).toEqual([...RANKING_FEATURES]);
  expect(short.sentenceShare).toBe(0.1235);
  expect(long.sentenceShare).toBe(RANKING_FEATURES.length + 0.1235);
});
