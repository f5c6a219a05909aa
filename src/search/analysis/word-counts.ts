import {
  openStrings,
  packStrings,
  type PackedStrings,
  type StringTable,
} from "../../text/string-table.ts";

/** The words of the articles, folded, and by their numbers how often the articles use them. */
export type WordCounts = { readonly words: StringTable; readonly counts: Int32Array };

export type WordCountsRecord = { readonly words: PackedStrings; readonly counts: Int32Array };

/** `numbers`: of the words, from 0 in order. */
export function recordWordCounts({
  numbers,
  counts,
}: {
  readonly numbers: ReadonlyMap<string, number>;
  readonly counts: readonly number[];
}): WordCountsRecord {
  return { words: packStrings([...numbers.keys()]), counts: new Int32Array(counts) };
}

export function openWordCounts({ words, counts }: WordCountsRecord): WordCounts {
  return { words: openStrings(words), counts };
}
