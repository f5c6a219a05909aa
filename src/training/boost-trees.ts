import { seededRandom, type Random } from "../evaluation/random.ts";
import { forestOf, sumOfTrees, type Tree } from "../learned/boosted-trees.ts";
import type { Row } from "./gradient-descent.ts";

/** What to learn from: features, and whether it is so. */
export type TreeExample = {
  readonly row: Row;
  readonly isTrue: boolean;
  readonly importance: number;
};

/** How many trees to grow, and how much of its error each of them corrects. */
type Growth = { readonly trees: number; readonly rate: number };

const GROWTH: Growth = { trees: 80, rate: 0.11 };
const LEAVES = 8;
/** A leaf must not rest on a few questions. */
const MIN_IN_LEAF = 60;
/** Shares of the features and of the examples that each tree may use: trees that differ are right more often. */
const FEATURE_SHARE = 0.4;
const EXAMPLE_SHARE = 0.7;
const BINS = 48;
/** Keeps the values of small leaves small. */
const PENALTY = 1;
const SEED = 11;

/**
 * Gradient boosting (Friedman, 2001) of regression trees for the logistic loss, with Newton steps and histograms as in
 * LightGBM (Ke et al., 2017): each tree corrects the sum of those before it. The logistic function of the sum of a row's
 * leaves is the probability. The same examples give the same trees.
 */
export function boostTrees(examples: readonly TreeExample[], growth = GROWTH): Tree[] {
  const random = seededRandom(SEED);
  const size = examples[0]?.row.length ?? 0;
  const cuts = Array.from({ length: size }, (_, feature) => cutsOf(examples, feature));
  const data: Data = {
    examples,
    rate: growth.rate,
    cuts,
    bins: cuts.map((edges, feature) =>
      Uint8Array.from(examples, ({ row }) => binOf(row[feature] ?? 0, edges)),
    ),
    sums: new Float64Array(examples.length),
    slopes: new Float64Array(examples.length),
    curvatures: new Float64Array(examples.length),
  };
  return Array.from({ length: growth.trees }, () => growTree(data, random));
}

type Data = {
  readonly examples: readonly TreeExample[];
  readonly rate: number;
  /** By feature: where its values may be split, in ascending order. */
  readonly cuts: readonly Float64Array[];
  /** By feature and example: the number of cuts that the value is above. */
  readonly bins: readonly Uint8Array[];
  /** Sum of the trees so far, and the first and second derivative of the loss there. */
  readonly sums: Float64Array;
  readonly slopes: Float64Array;
  readonly curvatures: Float64Array;
};

function cutsOf(examples: readonly TreeExample[], feature: number): Float64Array {
  const values = Float64Array.from(examples, ({ row }) => row[feature] ?? 0).toSorted();
  const cuts = new Set<number>();
  for (let bin = 1; bin < BINS; bin += 1) {
    const value = values[Math.floor((bin * values.length) / BINS)] ?? 0;
    if (value < (values.at(-1) ?? 0)) cuts.add(Number(value.toFixed(4)));
  }
  return Float64Array.from(cuts);
}

function binOf(value: number, cuts: Float64Array): number {
  let bin = 0;
  while (bin < cuts.length && value > (cuts[bin] ?? 0)) bin += 1;
  return bin;
}

type Leaf = {
  readonly members: Int32Array;
  readonly best: Split | undefined;
  readonly place: Place;
};
/** Where in the tree a leaf hangs: the number of the split above it, and on which side. */
type Place = { readonly parent: number; readonly side: "left" | "right" } | undefined;
type Split = { readonly feature: number; readonly cut: number; readonly gain: number };

function growTree(data: Data, random: Random): Tree {
  const { examples, sums, slopes, curvatures } = data;
  for (const [at, { isTrue, importance }] of examples.entries()) {
    const probability = 1 / (1 + Math.exp(-(sums[at] ?? 0)));
    slopes[at] = importance * (probability - (isTrue ? 1 : 0));
    curvatures[at] = importance * probability * (1 - probability);
  }
  const features = [...data.cuts.keys()].filter(() => random() < FEATURE_SHARE);
  const sampled = Int32Array.from([...examples.keys()].filter(() => random() < EXAMPLE_SHARE));
  const leafOf = (members: Int32Array, place: Place): Leaf => {
    return { members, place, best: bestSplit(members, features, data) };
  };
  const splits: { feature: number; above: number; left: number; right: number }[] = [];
  let leaves = [leafOf(sampled, undefined)];
  while (leaves.length < LEAVES) {
    const [next] = leaves
      .filter(({ best }) => best !== undefined)
      .toSorted((one, other) => (other.best?.gain ?? 0) - (one.best?.gain ?? 0));
    if (next?.best === undefined) break;
    const { feature, cut } = next.best;
    const number = splits.length;
    hang(next.place, number, splits);
    splits.push({ feature, above: data.cuts[feature]?.[cut] ?? 0, left: -1, right: -1 });
    const isAbove = (at: number) => (data.bins[feature]?.[at] ?? 0) > cut;
    leaves = [
      ...leaves.filter((leaf) => leaf !== next),
      leafOf(
        next.members.filter((at) => !isAbove(at)),
        { parent: number, side: "left" },
      ),
      leafOf(next.members.filter(isAbove), { parent: number, side: "right" }),
    ];
  }
  const values = leaves.map(({ members, place }, number) => {
    hang(place, -1 - number, splits);
    return Number((data.rate * stepFor(members, data)).toFixed(4));
  });
  const tree: Tree = {
    splits: Float64Array.from(
      splits.flatMap(({ feature, above, left, right }) => [feature, above, left, right]),
    ),
    values: Float64Array.from(values),
  };
  addTree(tree, data);
  return tree;
}

function hang(place: Place, child: number, splits: { left: number; right: number }[]): void {
  const parent = place && splits[place.parent];
  if (parent) parent[place.side] = child;
}

/** Newton's step: what lowers the loss of these examples most. */
function stepFor(members: Int32Array, { slopes, curvatures }: Data): number {
  let [slope, curvature] = [0, 0];
  for (const at of members) {
    slope += slopes[at] ?? 0;
    curvature += curvatures[at] ?? 0;
  }
  return -slope / (curvature + PENALTY);
}

function bestSplit(
  members: Int32Array,
  features: readonly number[],
  { cuts, bins, slopes, curvatures }: Data,
): Split | undefined {
  let best: Split | undefined;
  const [slopeOf, curvatureOf, countOf] = [
    new Float64Array(BINS),
    new Float64Array(BINS),
    new Float64Array(BINS),
  ];
  for (const feature of features) {
    for (const histogram of [slopeOf, curvatureOf, countOf]) histogram.fill(0);
    const binsOfFeature = bins[feature] ?? new Uint8Array();
    let [slope, curvature] = [0, 0];
    for (const at of members) {
      const bin = binsOfFeature[at] ?? 0;
      slopeOf[bin] = (slopeOf[bin] ?? 0) + (slopes[at] ?? 0);
      curvatureOf[bin] = (curvatureOf[bin] ?? 0) + (curvatures[at] ?? 0);
      countOf[bin] = (countOf[bin] ?? 0) + 1;
      slope += slopes[at] ?? 0;
      curvature += curvatures[at] ?? 0;
    }
    let [slopeBelow, curvatureBelow, below] = [0, 0, 0];
    for (let cut = 0; cut < (cuts[feature]?.length ?? 0); cut += 1) {
      slopeBelow += slopeOf[cut] ?? 0;
      curvatureBelow += curvatureOf[cut] ?? 0;
      below += countOf[cut] ?? 0;
      if (below < MIN_IN_LEAF || members.length - below < MIN_IN_LEAF) continue;
      const gain =
        scoreOf(slopeBelow, curvatureBelow) +
        scoreOf(slope - slopeBelow, curvature - curvatureBelow) -
        scoreOf(slope, curvature);
      if (gain > (best?.gain ?? MIN_GAIN)) best = { feature, cut, gain };
    }
  }
  return best;
}

const MIN_GAIN = 1e-6;

function scoreOf(slope: number, curvature: number): number {
  return slope ** 2 / (curvature + PENALTY);
}

function addTree(tree: Tree, { examples, sums }: Data): void {
  const forest = forestOf([tree]);
  for (const [at, { row }] of examples.entries())
    sums[at] = (sums[at] ?? 0) + sumOfTrees(forest, row);
}
