import type { Numbers } from "./growing.ts";

/** Numbers one after another, in memory or in a file. */
export type Column<Kind extends Numbers> = {
  readonly length: number;
  /** The numbers from `from` up to but not including `to`. Those in a file are read from it at every call. */
  readonly subarray: (from: number, to: number) => Kind;
};
