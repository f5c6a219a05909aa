/** Likelihoods and distances in a few steps: what is hashed has to be the same for many tokens. */
const LEVELS = [0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.93];
const DISTANCES = [1, 2, 3, 4, 6, 9, 14, 22];

/** Of one token of a sentence; before its first and behind its last, what no likelihood gives. */
export function levelAt(likelihoods: Float32Array, at: number): number {
  if (at < 0) return 10;
  const value = likelihoods[at];
  return value === undefined ? 11 : levelOf(value);
}

export function levelOf(value: number): number {
  return levelAmong(LEVELS, value);
}

export function distanceLevel(distance: number): number {
  return levelAmong(DISTANCES, distance);
}

function levelAmong(levels: readonly number[], value: number): number {
  let level = 0;
  while (level < levels.length && value >= (levels[level] ?? 0)) level += 1;
  return level;
}
