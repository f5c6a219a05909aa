import { expect, test } from "vitest";
import {
  forestOf,
  parseTree,
  printTree,
  sumOfTrees,
  type Tree,
} from "../../src/learned/boosted-trees.ts";

/** Is feature 1 above 0.5? If not: 10; if it is, feature 0 above 2 decides between 20 and 30. */
const TREE: Tree = {
  splits: Float64Array.of(1, 0.5, -1, 1, 0, 2, -2, -3),
  values: Float64Array.of(10, 20, 30),
};
const LEAF: Tree = { splits: Float64Array.of(), values: Float64Array.of(0.25) };

test.each([
  [[9, 0.5], 10],
  [[2, 0.6], 20],
  [[2.1, 0.6], 30],
  // What is not known is 0.
  [[], 10],
])("%j falls into %f", (row, value) => {
  expect(sumOfTrees(forestOf([TREE]), Float64Array.from(row))).toBe(value);
});

test("the leaves of all trees add up", () => {
  expect(sumOfTrees(forestOf([TREE, LEAF, TREE]), Float64Array.of(3, 1))).toBe(60.25);
  expect(sumOfTrees(forestOf([]), Float64Array.of(3, 1))).toBe(0);
});

test.each([
  [TREE, "1 0.5 -1 1 0 2 -2 -3 | 10 20 30"],
  [LEAF, " | 0.25"],
])("a tree is a line that is read again", (tree, line) => {
  expect(printTree(tree)).toBe(line);
  expect(parseTree(line)).toEqual(tree);
});
