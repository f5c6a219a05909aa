import { expect, test } from "vitest";
import { indexPassages } from "../../src/search/passage-index.ts";
import { searchPassages } from "../../src/search/search-passages.ts";
import { termsFor } from "../../src/search/terms.ts";
import { bridgeArticle } from "./sample.ts";

test("words of one meaning are near each other, by their terms", () => {
  const { near, of } = termsFor("en");
  expect(near(of("treaties"))).toContain(of("agreement"));
  expect(near(of("agreement"))).toContain(of("treaties"));
  expect(near(of("treaties"))).not.toContain(of("treaties"));
});

test("nothing is near in a language whose words are not listed", () => {
  expect(termsFor("uk").near("war")).toEqual([]);
});

test("a passage is found by a word that says much the same", () => {
  const index = indexPassages([bridgeArticle()]);
  expect(searchPassages(index, "How much money will the fix require?").hits[0]?.passage.id).toBe(
    "cost",
  );
});
