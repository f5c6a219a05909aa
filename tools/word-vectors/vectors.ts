import { addScaled, dot } from "../../src/training/gradient-descent.ts";

export type Vector = Float64Array;

export function toLengthOne(vector: Vector): Vector {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

/**
 * Without what all vectors have in common: their mean and the directions in which they spread most, which tell
 * how common a word is rather than what it means (Mu and Viswanath, "All-but-the-Top", 2018).
 */
export function withoutCommonDirections(vectors: readonly Vector[], directions: number): Vector[] {
  const centred = aroundMean(vectors);
  const common = principalDirections(centred).slice(0, directions);
  return centred.map((vector) => {
    const rest = Float64Array.from(vector);
    for (const direction of common) addScaled(direction, -dot(vector, direction), rest);
    return toLengthOne(rest);
  });
}

/** In fewer dimensions: those in which the vectors differ most. */
export function inFewerDimensions(vectors: readonly Vector[], dimensions: number): Vector[] {
  const centred = aroundMean(vectors);
  const kept = principalDirections(centred).slice(0, dimensions);
  return centred.map((vector) =>
    toLengthOne(Float64Array.from(kept, (direction) => dot(vector, direction))),
  );
}

function aroundMean(vectors: readonly Vector[]): Vector[] {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) addScaled(vector, 1 / vectors.length, mean);
  return vectors.map((vector) => vector.map((value, at) => value - (mean[at] ?? 0)));
}

/** Of length 1 and at right angles to each other; the one with the largest spread comes first. */
function principalDirections(centred: readonly Vector[]): Vector[] {
  const { matrix, directions } = diagonalised(covarianceOf(centred));
  return directions
    .map((direction, at) => ({ direction, spread: matrix[at]?.[at] ?? 0 }))
    .toSorted((one, other) => other.spread - one.spread)
    .map(({ direction }) => direction);
}

function covarianceOf(centred: readonly Vector[]): Vector[] {
  const size = centred[0]?.length ?? 0;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of centred) {
    for (const [at, row] of covariance.entries()) {
      addScaled(vector, (vector[at] ?? 0) / centred.length, row);
    }
  }
  return covariance;
}

/** So often every pair of axes is rotated. After about ten times nothing changes any more. */
const SWEEPS = 15;

type Diagonalised = { readonly matrix: readonly Vector[]; readonly directions: readonly Vector[] };

/** Jacobi's method: rotates a symmetric matrix, two axes at a time, until only its diagonal is left. */
function diagonalised(symmetric: readonly Vector[]): Diagonalised {
  const matrix = symmetric.map((row) => Float64Array.from(row));
  const directions = matrix.map((row, at) => row.map((_, column) => (column === at ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let one = 0; one < matrix.length; one += 1) {
      for (let other = one + 1; other < matrix.length; other += 1) {
        rotate({ matrix, directions }, one, other);
      }
    }
  }
  return { matrix, directions };
}

/** Rotates two axes by the angle at which they no longer depend on each other. */
function rotate({ matrix, directions }: Diagonalised, one: number, other: number): void {
  const shared = matrix[one]?.[other] ?? 0;
  if (shared === 0) return;
  const slope = ((matrix[other]?.[other] ?? 0) - (matrix[one]?.[one] ?? 0)) / (2 * shared);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const turn = ([left = 0, right = 0]: readonly (number | undefined)[]): [number, number] => [
    cosine * left - tangent * cosine * right,
    tangent * cosine * left + cosine * right,
  ];
  for (const row of matrix) [row[one], row[other]] = turn([row[one], row[other]]);
  for (const rows of [matrix, directions]) {
    const [upper, lower] = [rows[one], rows[other]];
    if (!upper || !lower) continue;
    for (let at = 0; at < upper.length; at += 1) {
      [upper[at], lower[at]] = turn([upper[at], lower[at]]);
    }
  }
}
