import { expect, test } from "vitest";
import { seededRandom } from "../../src/evaluation/random.ts";
import { forestOf, sumOfTrees, type Tree } from "../../src/learned/boosted-trees.ts";
import { boostTrees, type TreeExample } from "../../src/training/boost-trees.ts";

function examplesOf(count: number, isTrue: (x: number, y: number) => boolean): TreeExample[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => {
    const [x, y] = [random(), random()];
    return { row: Float64Array.of(x, y), isTrue: isTrue(x, y), importance: 1 };
  });
}

function likelihood(trees: readonly Tree[], ...row: readonly number[]): number {
  return 1 / (1 + Math.exp(-sumOfTrees(forestOf(trees), Float64Array.from(row))));
}

/** No sum of the two tells which is true. */
const EITHER = examplesOf(2000, (x, y) => x > 0.5 !== y > 0.5);

test("two features are weighed together", () => {
  const trees = boostTrees(EITHER);
  expect(likelihood(trees, 0.2, 0.8)).toBeGreaterThan(0.8);
  expect(likelihood(trees, 0.8, 0.2)).toBeGreaterThan(0.8);
  expect(likelihood(trees, 0.2, 0.2)).toBeLessThan(0.2);
  expect(likelihood(trees, 0.8, 0.8)).toBeLessThan(0.2);
});

test("the same examples give the same trees", () => {
  expect(boostTrees(EITHER.slice(0, 500))).toEqual(boostTrees(EITHER.slice(0, 500)));
});

const ALWAYS_SAME = (isTrue: boolean, importance: number): TreeExample[] =>
  Array.from({ length: 200 }, () => ({ row: Float64Array.of(1), isTrue, importance }));

test.each([
  [1, 0.5],
  [3, 0.75],
  [0.25, 0.2],
])("where what is true counts %f times as much, it is likely by %f", (importance, likely) => {
  const trees = boostTrees([...ALWAYS_SAME(true, importance), ...ALWAYS_SAME(false, 1)]);
  expect(likelihood(trees, 1)).toBeCloseTo(likely, 1);
});

/** The number of examples in each leaf of a tree. */
function countsByLeaf({ splits, values }: Tree, examples: readonly TreeExample[]): number[] {
  const numbered: Tree = { splits, values: values.map((_, leaf) => leaf) };
  const forest = forestOf([numbered]);
  const leaves = examples.map(({ row }) => sumOfTrees(forest, row));
  return Array.from(values, (_, leaf) => leaves.filter((one) => one === leaf).length);
}

test("no leaf rests on a few examples, and no tree has many leaves", () => {
  const trees = boostTrees(EITHER);
  for (const tree of trees) {
    const counts = countsByLeaf(tree, EITHER);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(60);
    expect(counts.length).toBeLessThanOrEqual(8);
    expect(tree.splits).toHaveLength(4 * (counts.length - 1));
  }
  expect(trees.some(({ values }) => values.length > 2)).toBe(true);
});

test("too few examples are not split", () => {
  const few = EITHER.slice(0, 100);
  expect(boostTrees(few).every(({ splits }) => splits.length === 0)).toBe(true);
});

test("nothing to learn from teaches nothing", () => {
  expect(sumOfTrees(forestOf(boostTrees([])), Float64Array.of(1))).toBe(0);
});
