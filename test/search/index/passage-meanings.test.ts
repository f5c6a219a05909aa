import { expect, test } from "vitest";
import { packFor } from "../../../src/languages/packs.ts";
import { passageMeanings } from "../../../src/search/index/passage-meanings.ts";
import { tinyIndex } from "../match-question.ts";

function meaningsIn(...passages: readonly string[]) {
  const index = tinyIndex(passages);
  return index.passages.map((indexed) => index.meanings.of(indexed));
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0));
}

test("a passage and each of its sentences has a vector of length 1", () => {
  const [first] = meaningsIn("A doctor came. The bridge closes.", "Cars.");
  const sentences = first?.details().sentences ?? [];
  expect(sentences).toHaveLength(2);
  for (const vector of [first?.whole, ...sentences]) {
    expect(lengthOf(vector ?? new Float32Array())).toBeCloseTo(1, 5);
  }
});

test("a passage without a word that has a vector is about nothing", () => {
  const [first] = meaningsIn("Zzyzx and the.", "Cars.");
  expect(lengthOf(first?.whole ?? new Float32Array(1))).toBe(0);
});

/** By sentence: the highest cosine of a word with one of the first passage's. */
function nearestTo(word: string, passage: string): number[] {
  const index = tinyIndex([passage]);
  const [meaning] = index.passages.map((indexed) => index.meanings.of(indexed));
  const details = meaning?.details();
  const { values, from } = details?.nearest([index.pack.wordVectors.rowOf(word)]) ?? NEAREST_NONE;
  const [start = 0] = from;
  return [...values.subarray(start, start + (details?.sentences.length ?? 0))];
}

const NEAREST_NONE = { values: new Float32Array(), from: [] };

test("a word is as near to a sentence as to the nearest of its words", () => {
  const [same = 0, near = 0, far = 1] = nearestTo(
    "doctor",
    "A bridge for the doctor. A nurse at the bridge. The steel.",
  );
  // Vectors are kept in few bits.
  expect(same).toBeGreaterThan(0.99);
  expect(near).toBeLessThan(0.9);
  expect(near).toBeGreaterThan(far);
  expect(far).toBeGreaterThanOrEqual(0);
});

test.each([
  ["zzyzx", "A doctor. Steel."],
  ["doctor", "Zzyzx. The and was."],
])("without a vector nothing is near: %s, %s", (word, passage) => {
  expect(nearestTo(word, passage)).toEqual([0, 0]);
});

test("words asked for again and in another order are as near as before", () => {
  const index = tinyIndex(["A nurse at the bridge. Steel."]);
  const [meaning] = index.passages.map((indexed) => index.meanings.of(indexed));
  const rows = ["doctor", "iron", "river"].map((word) => index.pack.wordVectors.rowOf(word));
  function nearest(asked: readonly number[]): number[][] {
    const { values, from } = meaning?.details().nearest(asked) ?? NEAREST_NONE;
    return from.map((start) => [...values.subarray(start, start + 2)]);
  }
  const alone = rows.map((row) => nearest([row])[0]);
  expect(new Set(alone.map(String)).size).toBe(3);
  expect(nearest(rows)).toEqual(alone);
  expect(nearest(rows.toReversed())).toEqual(alone.toReversed());
});

/** The cosine of what the first two are about. */
function cosineOf(...passages: readonly string[]): number | undefined {
  const [one, other] = meaningsIn(...passages);
  return one?.whole.reduce((sum, value, at) => sum + value * (other?.whole[at] ?? 0), 0);
}

test("what all passages have in common is taken off", () => {
  // Of two passages, each is all that the other is not.
  expect(cosineOf("A doctor.", "The hospital.")).toBeLessThan(-0.5);
  expect(
    cosineOf("A doctor.", "The hospital.", "Cars at the bridge.", "Rust eats steel."),
  ).toBeGreaterThan(0.2);
});

test("an article of one passage has nothing but what is common", () => {
  const [only] = meaningsIn("A doctor came. The bridge closes.");
  expect(lengthOf(only?.whole ?? new Float32Array(1))).toBe(0);
});

test("nothing is computed before it is asked for", () => {
  const { passages, dictionary } = tinyIndex(["A doctor."]);
  let reads = 0;
  const pack = {
    ...packFor("en"),
    get wordVectors() {
      reads += 1;
      return packFor("en").wordVectors;
    },
  };
  const meanings = passageMeanings({ pack, passages, dictionary });
  expect(reads).toBe(0);
  const [first] = passages;
  if (first) meanings.of(first);
  expect(reads).toBeGreaterThan(0);
});
