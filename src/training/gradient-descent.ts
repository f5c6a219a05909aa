/** A row of feature values. */
export type Row = Float64Array;

/** Gives the gradient of the loss at the weights, summed over examples, into `gradient`. */
export type Slope = (weights: Float64Array, gradient: Float64Array) => void;

const STEPS = 200;
const RATE = 0.2;
const MOMENTUM = 0.9;

/** Plain gradient descent with momentum; `decay` is the L2 penalty that keeps weights small. */
export function descend(size: number, examples: number, decay: number, slope: Slope): Float64Array {
  const weights = new Float64Array(size);
  const speed = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let step = 0; step < STEPS; step += 1) {
    gradient.fill(0);
    slope(weights, gradient);
    for (let at = 0; at < size; at += 1) {
      const pull = (gradient[at] ?? 0) / examples + decay * (weights[at] ?? 0);
      speed[at] = MOMENTUM * (speed[at] ?? 0) - RATE * pull;
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  return weights;
}

export function dot(weights: Float64Array, row: Row): number {
  let total = 0;
  for (let at = 0; at < row.length; at += 1) total += (weights[at] ?? 0) * (row[at] ?? 0);
  return total;
}

/** Adds the row, times the factor. */
export function add(row: Row, factor: number, sum: Float64Array): void {
  for (let at = 0; at < row.length; at += 1) sum[at] = (sum[at] ?? 0) + factor * (row[at] ?? 0);
}

/** The spread of every column around its mean within each group, so that one rate fits all. */
export function spreadOf(groups: readonly (readonly Row[])[], size: number): Float64Array {
  const squares = new Float64Array(size);
  let rows = 0;
  for (const group of groups) {
    const mean = new Float64Array(size);
    for (const row of group) add(row, 1 / group.length, mean);
    for (const row of group) {
      for (let at = 0; at < size; at += 1) {
        squares[at] = (squares[at] ?? 0) + ((row[at] ?? 0) - (mean[at] ?? 0)) ** 2;
      }
    }
    rows += group.length;
  }
  return squares.map((sum) => Math.sqrt(sum / rows) || 1);
}
