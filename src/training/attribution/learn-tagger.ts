import { seededRandom } from "../../evaluation/random.ts";
import { WEIGHTS } from "../../import/attribute/tagging/hashed-feature.ts";
import { logistic, roundedTagger, type Tagger } from "../../import/attribute/tagging/tagger.ts";

/** Rows of features, one after the other: a list of lists would take ten times the memory. */
export type FeatureRows = {
  readonly size: number;
  readonly starts: Float64Array;
  readonly features: Int32Array;
};

export function featureRows(rows: Iterable<Int32Array>): FeatureRows {
  const starts = [0];
  let features = new Int32Array(2 ** 20);
  let end = 0;
  for (const row of rows) {
    if (end + row.length > features.length) {
      const longer = new Int32Array(features.length * 2);
      longer.set(features);
      features = longer;
    }
    features.set(row, end);
    end += row.length;
    starts.push(end);
  }
  return { size: starts.length - 1, starts: Float64Array.from(starts), features };
}

export function rowOf({ starts, features }: FeatureRows, number: number): Int32Array {
  return features.subarray(starts[number], starts[number + 1]);
}

export type TaggerSettings = { readonly passes: number; readonly rate: number };

/** A value seen less often than this says nothing. */
const MIN_SEEN = 3;
const SEEN_OFTEN = 255;
const FIRST_SQUARE = 0.1;
/** An example judged better than this changes nothing. */
const WELL_JUDGED = 0.002;
/** Weights are averaged over so many moments of each pass but the first. */
const MOMENTS = 20;
const SEED = 1;

/**
 * Logistic regression by stochastic gradient descent with a rate for each weight (AdaGrad; Duchi, Hazan and Singer, 2011) and
 * averaged weights. The same examples give the same tagger.
 */
export function learnTagger(
  examples: FeatureRows,
  isTrue: ArrayLike<number>,
  rows: Int32Array,
  { passes, rate }: TaggerSettings,
): Tagger {
  const learned: Learned = {
    weights: new Float32Array(WEIGHTS),
    squares: new Float32Array(WEIGHTS).fill(FIRST_SQUARE),
    seen: timesSeen(examples, rows),
    rate,
  };
  const sums = new Float32Array(WEIGHTS);
  const order = rows.slice();
  const random = seededRandom(SEED);
  const betweenMoments = Math.max(1, Math.floor(order.length / MOMENTS));
  let moments = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    for (const [at, row] of order.entries()) {
      learnFrom(row, isTrue[row] ?? 0, examples, learned);
      if (pass === 0 || at % betweenMoments !== 0) continue;
      moments += 1;
      addTo(sums, learned.weights);
    }
  }
  return roundedTagger(sums.map((sum) => sum / Math.max(1, moments)));
}

type Learned = {
  readonly weights: Float32Array;
  /** By weight: the sum of its squared slopes so far. */
  readonly squares: Float32Array;
  readonly seen: Uint8Array;
  readonly rate: number;
};

function learnFrom(
  row: number,
  isTrue: number,
  { starts, features }: FeatureRows,
  { weights, squares, seen, rate }: Learned,
): void {
  const [start, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
  let sum = 0;
  for (let place = start; place < end; place += 1) sum += weights[features[place] ?? 0] ?? 0;
  const slope = logistic(sum) - isTrue;
  if (Math.abs(slope) <= WELL_JUDGED) return;
  for (let place = start; place < end; place += 1) {
    const feature = features[place] ?? 0;
    if ((seen[feature] ?? 0) < MIN_SEEN) continue;
    const square = (squares[feature] ?? 0) + slope * slope;
    squares[feature] = square;
    weights[feature] = (weights[feature] ?? 0) - (rate * slope) / Math.sqrt(square);
  }
}

function addTo(sums: Float32Array, weights: Float32Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0);
}

function timesSeen(
  { starts, features }: Pick<FeatureRows, "starts" | "features">,
  rows: Int32Array,
): Uint8Array {
  const seen = new Uint8Array(WEIGHTS);
  for (const row of rows) {
    for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place += 1) {
      const feature = features[place] ?? 0;
      if ((seen[feature] ?? 0) < SEEN_OFTEN) seen[feature] = (seen[feature] ?? 0) + 1;
    }
  }
  return seen;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
