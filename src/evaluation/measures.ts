/** The share of true values, in percent. */
export function percentOf(outcomes: readonly boolean[]): number {
  const count = outcomes.filter(Boolean).length;
  return outcomes.length === 0 ? 0 : (100 * count) / outcomes.length;
}

/** The mean of 1/rank, in percent; rank 0 means "not found". */
export function meanReciprocalRank(ranks: readonly number[]): number {
  let total = 0;
  for (const rank of ranks) total += rank === 0 ? 0 : 1 / rank;
  return ranks.length === 0 ? 0 : (100 * total) / ranks.length;
}

/** How often a positive scores above a negative, in percent; 50 is chance. */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((value) => ({ value, isPositive: true })),
    ...negatives.map((value) => ({ value, isPositive: false })),
  ].toSorted((one, other) => one.value - other.value);

  let rankSum = 0;
  let from = 0;
  while (from < all.length) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    const tied = all.slice(from, to).filter(({ isPositive }) => isPositive).length;
    rankSum += (tied * (from + 1 + to)) / 2;
    from = to;
  }
  const pairs = positives.length * negatives.length;
  return pairs === 0
    ? 0
    : (100 * (rankSum - (positives.length * (positives.length + 1)) / 2)) / pairs;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
