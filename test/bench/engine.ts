/** A way to find passages that is measured. */
export type Engine = {
  readonly name: string;
  /** Reads the passages; a passage is told by its position from then on. */
  readonly build: (texts: readonly string[]) => Finder | Promise<Finder>;
};

export type Finder = {
  /** Positions of the best ten, best first. */
  readonly find: (question: string) => number[] | Promise<number[]>;
  /** What it holds outside JavaScript's memory. */
  readonly bytesOutside?: number;
};

export const TEN = 10;
