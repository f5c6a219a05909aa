/**
 * A decision tree. Four numbers for each split, from the root on: a feature, a threshold, and what follows if the feature
 * is at most the threshold, and if it is above: the number of a split, or -1 - n for the leaf n.
 */
export type Tree = { readonly splits: Float64Array; readonly values: Float64Array };

const NUMBERS_PER_SPLIT = 4;

/** The sum of the leaves that a row of features falls into. */
export function sumOfTrees(trees: readonly Tree[], row: Float64Array): number {
  let sum = 0;
  for (let number = 0; number < trees.length; number += 1) {
    const tree = trees[number];
    if (tree) sum += leafOf(tree, row);
  }
  return sum;
}

function leafOf({ splits, values }: Tree, row: Float64Array): number {
  let node = splits.length === 0 ? -1 : 0;
  while (node >= 0) {
    const at = node * NUMBERS_PER_SPLIT;
    const isAbove = (row[splits[at] ?? 0] ?? 0) > (splits[at + 1] ?? 0);
    node = splits[at + (isAbove ? 3 : 2)] ?? -1;
  }
  return values[-1 - node] ?? 0;
}

/** A tree as a line of text: its splits, a bar, its leaves. */
export function printTree({ splits, values }: Tree): string {
  return `${splits.join(" ")} | ${values.join(" ")}`;
}

export function parseTree(line: string): Tree {
  const [splits = "", values = ""] = line.split("|");
  return { splits: numbersIn(splits), values: numbersIn(values) };
}

function numbersIn(text: string): Float64Array {
  return Float64Array.from(text.split(" ").filter(Boolean), Number);
}
