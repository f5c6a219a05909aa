/**
 * A decision tree. Four numbers for each split, from the root on: a feature, a threshold, and what follows if the feature
 * is at most the threshold, and if it is above: the number of a split, or -1 - n for the leaf n.
 */
export type Tree = { readonly splits: Float64Array; readonly values: Float64Array };

const NUMBERS_PER_SPLIT = 4;

/** Trees that are added up, in a few arrays: most of the time that many small ones take is spent on finding them. */
export type Forest = {
  /** By tree: where it begins. Like what follows a split: the number of a split, or -1 - n for the leaf n. */
  readonly roots: Int16Array;
  /** By split. */
  readonly features: Uint8Array;
  readonly thresholds: Float64Array;
  /** Two for each split: what follows at most at the threshold, and above it. */
  readonly next: Int16Array;
  readonly values: Float64Array;
};

export function forestOf(trees: readonly Tree[]): Forest {
  const roots: number[] = [];
  const features: number[] = [];
  const thresholds: number[] = [];
  const next: number[] = [];
  const values: number[] = [];
  for (const tree of trees) {
    const [firstSplit, firstLeaf] = [features.length, values.length];
    const numbered = (child = -1) => (child < 0 ? child - firstLeaf : child + firstSplit);
    roots.push(numbered(tree.splits.length === 0 ? -1 : 0));
    for (let at = 0; at < tree.splits.length; at += NUMBERS_PER_SPLIT) {
      const [feature = 0, threshold = 0, below, above] = tree.splits.subarray(at);
      features.push(feature);
      thresholds.push(threshold);
      next.push(numbered(below), numbered(above));
    }
    values.push(...tree.values);
  }
  return {
    roots: Int16Array.from(roots),
    features: Uint8Array.from(features),
    thresholds: Float64Array.from(thresholds),
    next: Int16Array.from(next),
    values: Float64Array.from(values),
  };
}

/** The sum of the leaves that a row of features falls into. */
export function sumOfTrees(forest: Forest, row: Float64Array): number {
  const { roots, features, thresholds, next, values } = forest;
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree] ?? -1;
    while (node >= 0) {
      const isAbove = (row[features[node] ?? 0] ?? 0) > (thresholds[node] ?? 0);
      node = next[2 * node + (isAbove ? 1 : 0)] ?? -1;
    }
    sum += values[-1 - node] ?? 0;
  }
  return sum;
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
  // `Float64Array.from` with a function takes three times as long.
  return new Float64Array(text.split(" ").filter(Boolean).map(Number));
}
