import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createLanguagePack } from "../../src/languages/create-language-pack.ts";
import { ENGLISH } from "../../src/languages/en/english.ts";
import { packFor } from "../../src/languages/packs.ts";
import { parseWordVectors } from "../../src/languages/word-vectors.ts";
import { dot } from "../../src/training/gradient-descent.ts";
import { makeWordVectors } from "../../tools/word-vectors/make-word-vectors.ts";
import { mergeForms } from "../../tools/word-vectors/merge-forms.ts";
import { fromGroups, retrofit } from "../../tools/word-vectors/retrofit.ts";
import {
  inFewerDimensions,
  toLengthOne,
  withoutCommonDirections,
} from "../../tools/word-vectors/vectors.ts";

const vector = (...values: number[]) => Float64Array.from(values);
const word = (text: string, ...values: number[]) => ({ word: text, vector: vector(...values) });
const rounded = (values: Float64Array) => [...values].map((value) => Number(value.toFixed(6)) + 0);

const english = packFor("en");

test("forms of a word are one term, the more common one counts more", () => {
  const merged = mergeForms(
    [word("visits", 2, 0), word("harbour", 0, 1), ...fillers(100), word("visiting", 0, 1)],
    english.terms,
    3,
  );
  const [first] = merged;
  expect(first?.term).toBe("visit");
  expect(first?.vector[0]).toBeGreaterThan((first?.vector[1] ?? 0) * 5);
  expect(merged.map(({ term }) => term).slice(0, 2)).toEqual(["visit", "harbour"]);
});

/** Rare words between the common ones and the next. */
function fillers(count: number) {
  return Array.from({ length: count }, (_, at) => word(`zq${"b".repeat(at + 2)}`, 1, 1));
}

test("stop words, numbers and what articles split into several words are left out", () => {
  const given = ["the", "harbour", "seven", "7th", "state-owned", "'s", "."].map((text) =>
    word(text, 1, 0),
  );
  expect(mergeForms(given, english.terms, 9).map(({ term }) => term)).toEqual(["harbour"]);
});

test("what all vectors share is taken out", () => {
  const given = [vector(9, 1, 0), vector(9, -1, 0), vector(-9, 0, 1), vector(-9, 0, -1)];
  const distinct = withoutCommonDirections(given, 1);
  expect(distinct.map(rounded)).toEqual([
    [0, 1, 0],
    [0, -1, 0],
    [0, 0, 1],
    [0, 0, -1],
  ]);
});

test("in fewer dimensions, vectors keep their angles as far as possible", () => {
  const flat = [vector(3, 4, 0), vector(-4, 3, 0), vector(-3, -4, 0), vector(4, -3, 0)];
  const given = flat.map(([x = 0, y = 0]) => toLengthOne(vector(x * 0.8, y, x * 0.6)));
  const fewer = inFewerDimensions(given, 2);
  for (const [at, one] of given.entries()) {
    for (const [to, other] of given.entries()) {
      expect(dot(fewer[at] ?? one, fewer[to] ?? other)).toBeCloseTo(dot(one, other), 6);
    }
  }
});

describe("groups of near words", () => {
  const given = [
    { term: "gun", vector: vector(1, 0) },
    { term: "firearm", vector: vector(0, 1) },
    { term: "harbour", vector: vector(0.6, 0.8) },
  ];
  const groups = new Map([
    ["gun", ["firearm", "pistol"]],
    ["firearm", ["gun", "pistol"]],
    ["pistol", ["gun", "firearm"]],
  ]);
  const near = (term: string) => groups.get(term) ?? [];

  test("move towards each other; other terms stay where they are", () => {
    const [gun, firearm, harbour] = retrofit(given, near).map(({ vector: moved }) => moved);
    expect(dot(gun ?? vector(), firearm ?? vector())).toBeGreaterThan(0.5);
    expect(dot(gun ?? vector(), firearm ?? vector())).toBeLessThan(0.8);
    expect(rounded(harbour ?? vector())).toEqual([0.6, 0.8]);
  });

  test("give a vector to their terms that have none", () => {
    const [found, ...others] = fromGroups(["gun", "pistol", "pistol", "ferry"], given, near);
    expect(others).toEqual([]);
    expect(found?.term).toBe("pistol");
    expect(rounded(found?.vector ?? vector())).toEqual(rounded(toLengthOne(vector(1, 1))));
  });
});

test("the file holds what was made, and the same words make the same file", () => {
  const rare = Array.from(
    { length: 200 },
    (_, at) => `zq${"b".repeat(at % 20)}x${"d".repeat(at / 20)}`,
  );
  const words = ["harbour", "ferries", "gun", "firearms", "bread", "guns", "ferry", ...rare].map(
    (text) => ({ word: text, vector: noise(text) }),
  );
  const pack = createLanguagePack({ ...ENGLISH, synonyms: ["gun firearm pistol"] });
  const make = () => makeWordVectors(words, pack, { terms: 100, common: 1, dimensions: 28 });
  const file = make();
  expect(make()).toEqual(file);

  const vectors = parseWordVectors(file);
  const rows = ["harbour", "ferri", "gun", "firearm", "bread"].map((term) => vectors?.rowOf(term));
  expect(new Set(rows)).toEqual(new Set([0, 1, 2, 3, 4]));
  for (const row of [0, 1, 2, 3, 4]) expect(vectors?.similarity(row, row)).toBeCloseTo(1, 1);
  expect(vectors?.rowOf("pistol"), "from its group").toBe(100);
});

/** Numbers without a pattern, the same every time. */
function noise(text: string): Float64Array {
  const bytes = createHash("sha256").update(text).digest();
  return Float64Array.from(bytes, (byte) => byte / 128 - 1);
}
