/** Until when an article is not to be published, as ISO 8601, if one of the times at which it comes out is still ahead. */
export function embargoOf(times: readonly (number | undefined)[], now: number): string | undefined {
  const latest = Math.max(...times.map((time) => time ?? 0));
  return latest > now ? new Date(latest).toISOString() : undefined;
}
