import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openLists, packLists } from "../../src/text/packed-lists.ts";

test("a list is found under its string, and none under another", () => {
  const lists = fc.dictionary(fc.string(), fc.array(fc.integer({ min: 0, max: 1000 })));
  fc.assert(
    fc.property(lists, fc.string(), (given, other) => {
      const find = openLists(packLists(new Map(Object.entries(given))));
      for (const [key, list] of Object.entries(given)) expect([...find(key)]).toEqual(list);
      expect([...find(other)]).toEqual(Object.hasOwn(given, other) ? given[other] : []);
    }),
  );
});
