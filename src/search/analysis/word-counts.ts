import {
  openStrings,
  packStrings,
  type PackedStrings,
  type StringTable,
} from "../../text/string-table.ts";

/** The words of the articles, folded, and by their numbers how often the articles use them. */
export type WordCounts = { readonly words: StringTable; readonly counts: Int32Array };

export type WordCountsRecord = { readonly words: PackedStrings; readonly counts: Int32Array };

export function recordWordCounts(counts: ReadonlyMap<string, number>): WordCountsRecord {
  return { words: packStrings([...counts.keys()]), counts: Int32Array.from(counts.values()) };
}

export function openWordCounts({ words, counts }: WordCountsRecord): WordCounts {
  return { words: openStrings(words), counts };
}
