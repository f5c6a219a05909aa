import type { Numbers } from "./growing.ts";

/** Numbers one after another, in memory or in a file. */
export type Column<Kind extends Numbers> = {
  readonly length: number;
  /** From one number up to but not including another; of a file, read anew each time. */
  readonly subarray: (from: number, to: number) => Kind;
};
