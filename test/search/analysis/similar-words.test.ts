import { array, assert, constantFrom, property, string } from "fast-check";
import MiniSearch from "minisearch";
import { expect, test } from "vitest";
import { recordWordTree, similarWords } from "../../../src/search/analysis/similar-words.ts";
import { runSteps } from "../../../src/languages/steps.ts";
import { openStrings, packStrings } from "../../../src/text/string-table.ts";

/** Few letters, so that words are near each other. */
const word = string({ unit: constantFrom("a", "b", "є", "1"), minLength: 1, maxLength: 9 });

function found(all: readonly string[], typed: string, distance: number): string[] {
  const words = openStrings(packStrings(all));
  const tree = runSteps(recordWordTree(words));
  return similarWords(typed, distance, { words, tree }).map(({ number }) => words.at(number));
}

/** In the order of its tree: what is as near and as long has the same score. */
function foundByMiniSearch(all: readonly string[], typed: string, fuzzy: number): string[] {
  const miniSearch = new MiniSearch<{ id: string }>({
    fields: ["id"],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });
  miniSearch.addAll(all.map((id) => ({ id })));
  return miniSearch
    .search(typed, { fuzzy, weights: { fuzzy: 1, prefix: 0 }, boostDocument: () => 1 })
    .map(({ id }) => String(id));
}

test.each([1, 2])("the words within %i edits are those that MiniSearch finds", (distance) => {
  assert(
    property(array(word), word, (words, typed) => {
      const all = [...new Set(words)];
      const own = found(all, typed, distance);
      const theirs = foundByMiniSearch(all, typed, distance);
      expect(own.toSorted()).toEqual(theirs.toSorted());
      const alike = (one: string) => theirs.filter(({ length }) => length === one.length);
      for (const one of own.filter((other) => other !== typed)) {
        const same = distanceTo(typed, one, all);
        const ofSame = (other: string) =>
          other !== typed && other.length === one.length && distanceTo(typed, other, all) === same;
        expect(own.filter(ofSame)).toEqual(alike(one).filter(ofSame));
      }
    }),
  );
});

function distanceTo(typed: string, other: string, all: readonly string[]): number {
  return found(all, typed, 1).includes(other) ? 1 : 2;
}

test("words that are too long are not looked for", () => {
  expect(found(["a".repeat(65)], "a".repeat(64), 2)).toEqual([]);
  expect(found(["a".repeat(64)], "a".repeat(63), 2)).toEqual(["a".repeat(64)]);
});

test("no words, none similar", () => {
  expect(found([], "bridge", 2)).toEqual([]);
});
