/** Start and end of a piece of text (UTF-16 offsets). */
export type Range = readonly [start: number, end: number];

/** Index of the first range that ends after `offset`; ranges are sorted and do not overlap. */
export function firstEndingAfter(ranges: readonly Range[], offset: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
