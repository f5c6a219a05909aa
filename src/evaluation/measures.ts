/** Share of true values, in percent. */
export function percentOf(outcomes: readonly boolean[]): number {
  const count = outcomes.filter(Boolean).length;
  return outcomes.length === 0 ? 0 : (100 * count) / outcomes.length;
}

/** Mean of 1/rank, in percent; rank 0 stands for "not found". */
export function meanReciprocalRank(ranks: readonly number[]): number {
  let total = 0;
  for (const rank of ranks) total += rank === 0 ? 0 : 1 / rank;
  return ranks.length === 0 ? 0 : (100 * total) / ranks.length;
}

/** How often a wanted value is above an unwanted one, in percent; 50 is chance. */
export function areaUnderRoc(wanted: readonly number[], unwanted: readonly number[]): number {
  const all = [
    ...wanted.map((value) => ({ value, isWanted: true })),
    ...unwanted.map((value) => ({ value, isWanted: false })),
  ].toSorted((one, other) => one.value - other.value);

  let rankSum = 0;
  let from = 0;
  while (from < all.length) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    const tied = all.slice(from, to).filter(({ isWanted }) => isWanted).length;
    rankSum += (tied * (from + 1 + to)) / 2;
    from = to;
  }
  const pairs = wanted.length * unwanted.length;
  return pairs === 0 ? 0 : (100 * (rankSum - (wanted.length * (wanted.length + 1)) / 2)) / pairs;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
