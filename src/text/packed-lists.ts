import { openStrings, packStrings, type PackedStrings } from "./string-table.ts";

/** Lists of numbers under strings. As objects, many short ones take several times the memory. */
export type PackedLists = {
  readonly keys: PackedStrings;
  /** By number of the key: where its list ends; the next one's begins there. */
  readonly ends: Int32Array;
  readonly values: Int32Array;
};

export function packLists(lists: ReadonlyMap<string, readonly number[]>): PackedLists {
  let end = 0;
  return {
    keys: packStrings([...lists.keys()]),
    ends: Int32Array.from(lists.values(), ({ length }) => (end += length)),
    values: Int32Array.from([...lists.values()].flat()),
  };
}

/** The list under a string, without numbers if there is none. */
export function openLists({ keys, ends, values }: PackedLists): (key: string) => Int32Array {
  const { numberOf } = openStrings(keys);
  return (key) => {
    const number = numberOf(key) ?? -1;
    return values.subarray(ends[number - 1] ?? 0, ends[number] ?? 0);
  };
}
