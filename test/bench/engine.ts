/** A search engine to measure. */
export type Engine = {
  readonly name: string;
  /** Indexes the passages, which are identified by position. */
  readonly build: (texts: readonly string[]) => Finder | Promise<Finder>;
};

export type Finder = {
  /** Positions of the ten best passages, best first. */
  readonly find: (question: string) => number[] | Promise<number[]>;
  /** Bytes held outside the JavaScript heap. */
  readonly bytesOutside?: number;
};

export const TEN = 10;
