import { expect, test } from "vitest";
import type { Language } from "../../src/languages/language.ts";
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
  expect(packFor("de").terms.near("war")).toEqual([]);
});

test.each<[Language, string, string]>([
  ["uk", "прилетить", "приїде"],
  ["uk", "угоди", "домовленості"],
  ["uk", "знизили", "скоротили"],
  ["uk", "Москвою", "російського"],
  ["uk", "Анкара", "турецький"],
  ["ru", "прилетит", "посетит"],
  ["ru", "соглашения", "договорённости"],
  ["ru", "машины", "автомобилю"],
  ["ru", "Пекин", "китайского"],
  ["ru", "Вашингтону", "США"],
])("in %s %j is near %j in any form", (language, word, other) => {
  const { near, of } = packFor(language).terms;
  expect(near(of(word))).toContain(of(other));
  expect(near(of(other))).toContain(of(word));
  expect(near(of(word))).not.toContain(of(word));
});

test("a passage is found by a synonym", () => {
  const index = indexPassages([bridgeArticle()]);
  expect(searchText(index, "How much money will the fix require?").hits[0]?.passage.id).toBe(
    "cost",
  );
});

test("every group has at least two different words, folded", () => {
  const wrong = groups.filter((group) => {
    const words = group.split(" ");
    return words.length < 2 || new Set(words).size < words.length || !FOLDED.test(group);
  });
  expect(wrong).toEqual([]);
});

const FOLDED = /^[a-z0-9 ]+$/u;
