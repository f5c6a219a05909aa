import { expect, test } from "vitest";
import groups from "../../src/languages/en/synonyms.json" with { type: "json" };
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { searchText } from "../support/search-text.ts";
import { packFor } from "../../src/languages/packs.ts";
import { bridgeArticle } from "../search/sample.ts";

test("synonyms have near terms", () => {
  const { near, of } = packFor("en").terms;
  expect(near(of("treaties"))).toContain(of("agreement"));
  expect(near(of("agreement"))).toContain(of("treaties"));
  expect(near(of("treaties"))).not.toContain(of("treaties"));
});

test("a language without synonyms has no near terms", () => {
  expect(packFor("uk").terms.near("war")).toEqual([]);
});

test("a passage is found by a synonym", () => {
  const index = indexPassages([bridgeArticle()]);
  expect(searchText(index, "How much money will the fix require?").hits[0]?.passage.id).toBe(
    "cost",
  );
});

test("every group has at least two different words in lower case", () => {
  const wrong = groups.filter((group) => {
    const words = group.split(" ");
    return words.length < 2 || new Set(words).size < words.length || !/^[a-z0-9 ]+$/u.test(group);
  });
  expect(wrong).toEqual([]);
});
