/** Values by feature, in the order of the feature names. */
export type Row = Float64Array;

/** Adds the gradient of the loss at these weights, summed over all examples, to `gradient`. */
export type AddGradient = (weights: Row, gradient: Row) => void;

const STEPS = 200;
const RATE = 0.2;
const MOMENTUM = 0.9;

/** Plain gradient descent with momentum; `decay` is the L2 penalty that keeps weights small. */
export function descend(size: number, examples: number, decay: number, addGradient: AddGradient) {
  const weights = new Float64Array(size);
  const velocity = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let step = 0; step < STEPS; step += 1) {
    gradient.fill(0);
    addGradient(weights, gradient);
    for (let at = 0; at < size; at += 1) {
      const slope = (gradient[at] ?? 0) / examples + decay * (weights[at] ?? 0);
      velocity[at] = MOMENTUM * (velocity[at] ?? 0) - RATE * slope;
      weights[at] = (weights[at] ?? 0) + (velocity[at] ?? 0);
    }
  }
  return weights;
}

export function dot(weights: Row, row: Row): number {
  let total = 0;
  for (let at = 0; at < row.length; at += 1) total += (weights[at] ?? 0) * (row[at] ?? 0);
  return total;
}

/** Adds the row, times the factor, to the sum. */
export function addScaled(row: Row, factor: number, sum: Row): void {
  for (let at = 0; at < row.length; at += 1) sum[at] = (sum[at] ?? 0) + factor * (row[at] ?? 0);
}

/** Standard deviation of each feature within its group: scaled by it, one learning rate fits all. */
export function spreadOf(groups: readonly (readonly Row[])[], size: number): Row {
  const squares = new Float64Array(size);
  let rows = 0;
  for (const group of groups) {
    const mean = new Float64Array(size);
    for (const row of group) addScaled(row, 1 / group.length, mean);
    for (const row of group) {
      for (let at = 0; at < size; at += 1) {
        squares[at] = (squares[at] ?? 0) + ((row[at] ?? 0) - (mean[at] ?? 0)) ** 2;
      }
    }
    rows += group.length;
  }
  return squares.map((sum) => Math.sqrt(sum / rows) || 1);
}
