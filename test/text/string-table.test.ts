import { assert, property, string, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { openStrings, packStrings } from "../../src/text/string-table.ts";

test("every string has its number, every number its string, and others have none", () => {
  const strings = uniqueArray(string({ unit: "binary", maxLength: 5 }), { maxLength: 200 });
  assert(
    property(strings, string({ maxLength: 5 }), (all, other) => {
      const table = openStrings(packStrings(all));
      expect(table.size).toBe(all.length);
      expect([...table.keys()]).toEqual(all);
      expect(all.map(table.numberOf)).toEqual([...all.keys()]);
      const number = all.indexOf(other);
      expect(table.numberOf(other)).toBe(number === -1 ? undefined : number);
    }),
  );
});

test("a number that no string has is no string", () => {
  expect(openStrings(packStrings(["rust"])).at(1)).toBe("");
  expect(openStrings(packStrings(["rust"])).at(-1)).toBe("");
});

test("a string may be as long as an article", () => {
  const long = "поромчерезбухту".repeat(33_000);
  const table = openStrings(packStrings(["rust", long]));
  expect(table.at(1)).toBe(long);
  expect(table.numberOf(long)).toBe(1);
});
