import type { FoldedWord } from "./numbers/read-numbers.ts";

/** A value that words of a text stand for, as a term: the same for every way to write it. */
export type ValueTerm = {
  /** The term of a word if it has one (`2000`, `dollar`); begins with `=` if not (`=21:30`). */
  readonly term: string;
  /** Numbers of its first and last word. */
  readonly first: number;
  readonly last: number;
  /** Whether the words say when, rather than how many. */
  readonly isTime?: true;
  /** Whether a number that could be a year may be none. */
  readonly isAmount?: true;
};

/** A word with its term. */
export type ValueWord = FoldedWord & {
  readonly term: string;
  /** Bits of TOKEN_CLASS. */
  readonly classes: number;
  readonly startsValue: boolean;
};
