import type { StringTable } from "../../text/string-table.ts";
import type { KnownWords } from "./known-words.ts";
import { growing32, type Growing } from "./growing.ts";
import type { OpenedPool } from "./passage-pool.ts";

/** Articles as recorded by themselves, whatever else is indexed with them. Indexes are merged from parts. */
export type RecordedPart<Pool = OpenedPool> = {
  readonly pool: Pool;
  /** What the numbers in `pool` and `uses` stand for. */
  readonly terms: Strings;
  readonly words: Strings;
  readonly people: Strings;
  readonly uses: UsesByArticle;
  /** What was found out about its words, if that was recorded with them. */
  readonly knownWords?: KnownWords;
};

export type Strings = Pick<StringTable, "size" | "at">;

export function stringsOf(all: readonly string[]): Strings {
  return { size: all.length, at: (number) => all[number] ?? "" };
}

/** By article, in their order. */
export type UsesByArticle = {
  /** Where its passages end; the next one's begin there. */
  readonly passageEnds: Int32Array;
  readonly words: Uses;
  /** Those who speak or are mentioned, and in how many passages. */
  readonly people: Uses;
  /** Digests of the names that it may mention people by: of all people, also of other articles. */
  readonly names: readonly string[];
};

/** What each article uses, in the order of its first use, and how often. */
export type Uses = {
  readonly ends: Int32Array;
  readonly numbers: Int32Array;
  readonly counts: Int32Array;
};

/** Numbers strings from 0, and counts them for one article after another. */
export type UseCounter = {
  readonly numbers: Map<string, number>;
  /** By number, for this article. To change a map's value would take another look-up. */
  readonly counts: number[];
  /** What this article has used so far. */
  readonly used: number[];
  readonly uses: { readonly [Part in keyof Uses]: Growing<Int32Array> };
};

export function createUseCounter(): UseCounter {
  const uses = { ends: growing32(), numbers: growing32(), counts: growing32() };
  return { numbers: new Map(), counts: [], used: [], uses };
}

export function countUse({ numbers, counts, used }: UseCounter, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) {
    if (counts[known] === 0) used.push(known);
    counts[known] = (counts[known] ?? 0) + 1;
    return known;
  }
  const number = counts.push(1) - 1;
  numbers.set(name, number);
  used.push(number);
  return number;
}

export function endUsesOfArticle({ counts, used, uses }: UseCounter): void {
  for (const number of used) {
    uses.numbers.push(number);
    uses.counts.push(counts[number] ?? 0);
    counts[number] = 0;
  }
  uses.ends.push(uses.numbers.length());
  used.length = 0;
}

export function toUses({ uses }: UseCounter): Uses {
  return {
    ends: uses.ends.toArray(),
    numbers: uses.numbers.toArray(),
    counts: uses.counts.toArray(),
  };
}

/** An article of a part. */
export type RecordedArticle = { readonly part: RecordedPart; readonly at: number };
