import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { loadWordVectors, problemWithWordVectors } from "../../src/languages/load-word-vectors.ts";
import { packFor } from "../../src/languages/packs.ts";
import { NO_ROW, VECTOR_LENGTH } from "../../src/languages/word-vectors.ts";
import { temporaryFolder } from "../support/bot-process.ts";

const FILE = "src/languages/word-vectors.bin";
const MAX_FILE_BYTES = 5_000_000;

const { terms, wordVectors } = packFor("en");
const rowOf = (word: string) => wordVectors.rowOf(terms.of(word));
const similarity = (one: string, other: string) => wordVectors.similarity(rowOf(one), rowOf(other));

/** A word, one near to it in meaning, and one that a news article is as likely to have. */
const NEARER: readonly (readonly [word: string, near: string, far: string])[] = [
  ["firearms", "gun", "budget"],
  ["toll", "killed", "minister"],
  ["prisons", "incarceration", "harbour"],
  ["criticised", "criticism", "airport"],
  ["arrive", "travel", "inflation"],
  ["salary", "paid", "storm"],
  ["fuel", "petrol", "verdict"],
  ["doctor", "hospital", "parliament"],
  ["vote", "election", "bridge"],
  ["storm", "flood", "court"],
  ["court", "judge", "weather"],
  ["refugees", "migrants", "stadium"],
  ["police", "officers", "harvest"],
  ["illegal", "unlawful", "tall"],
  ["child", "kids", "treaty"],
  ["ship", "vessel", "tax"],
  ["war", "conflict", "recipe"],
  ["money", "cash", "forest"],
  ["expensive", "cost", "wounded"],
  ["football", "match", "senate"],
  ["fire", "blaze", "currency"],
  ["school", "pupils", "missile"],
  ["airline", "flights", "poem"],
  ["disease", "virus", "trade"],
  ["US", "American", "Danish"],
  ["Ukraine", "Kyiv", "Lisbon"],
  ["president", "leader", "river"],
  ["banned", "prohibits", "sang"],
  ["attack", "bombing", "wedding"],
  ["farm", "crops", "software"],
];

describe("the vectors in use", () => {
  test.each(NEARER)("%s is nearer to %s than to %s", (word, near, far) => {
    expect(similarity(word, near)).toBeGreaterThan(similarity(word, far) + 0.15);
  });

  test("forms of a word have one row, and a term without a vector has none", () => {
    expect(rowOf("visited")).toBe(rowOf("visits"));
    expect([rowOf("qwrtzp"), rowOf("three"), rowOf("2023")]).toEqual([NO_ROW, NO_ROW, NO_ROW]);
  });

  test("the most common terms come first, and every vector is as long as the others", () => {
    const { size, dimensions, values } = wordVectors;
    expect(values).toHaveLength(size * dimensions);
    expect(rowOf("year")).toBeLessThan(rowOf("firearms"));
    for (let row = 0; row < size; row += 1) {
      const vector = values.subarray(row * dimensions, (row + 1) * dimensions);
      const length = Math.hypot(...vector);
      expect(Math.abs(length - VECTOR_LENGTH), `row ${row}`).toBeLessThan(2.5);
    }
  });

  test("the file is small enough to check out", () => {
    expect(statSync(FILE).size).toBeLessThan(MAX_FILE_BYTES);
  });

  test("languages without vectors have no near terms", () => {
    const { wordVectors: none } = packFor("de");
    expect(none.rowOf("gun")).toBe(NO_ROW);
    expect([...none.similarities([0, 1], [2])]).toEqual([0, 0]);
  });
});

test.each([0, 1, 2, 3, 4, 7])("%i rows at once are compared as one by one", (count) => {
  const rows = [...Array(count).keys()].map((at) => (at === 1 ? NO_ROW : 5000 * at));
  const others = [3, NO_ROW, 20_000, 44_444];
  const { dimensions, values } = wordVectors;
  const cosine = (row: number, other: number) => {
    if (row < 0 || other < 0) return 0;
    let dot = 0;
    for (let at = 0; at < dimensions; at += 1) {
      dot += (values[row * dimensions + at] ?? 0) * (values[other * dimensions + at] ?? 0);
    }
    return dot / VECTOR_LENGTH ** 2;
  };
  const found = wordVectors.similarities(rows, others);
  const expected = rows.flatMap((row) => others.map((other) => cosine(row, other)));
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 6);
});

const newFile = () => join(temporaryFolder(), "word-vectors.bin");

describe("a file that cannot be used is named, with what to do", () => {
  const bytes = readFileSync(FILE);
  const changed = Uint8Array.from(bytes);
  changed[2_000_000] = (changed[2_000_000] ?? 0) ^ 1;

  test("a copy is as good", () => {
    const file = newFile();
    copyFileSync(FILE, file);
    expect(problemWithWordVectors(pathToFileURL(file))).toBeUndefined();
    expect(loadWordVectors(pathToFileURL(file)).size).toBe(wordVectors.size);
  });

  test.each([
    ["cut short", bytes.subarray(0, -1)],
    ["cut in its header", bytes.subarray(0, 7)],
    ["empty", new Uint8Array()],
    ["one bit changed", changed],
    ["longer than it says", Buffer.concat([bytes, Buffer.from([0])])],
    ["of another kind", Buffer.from("version https://git-lfs.github.com/spec/v1\n".repeat(9))],
  ])("%s", (_how, content) => {
    const file = newFile();
    writeFileSync(file, content);
    expectProblem(file, "is damaged");
  });

  test("missing", () => {
    expectProblem(newFile(), "cannot be read (ENOENT)");
  });
});

function expectProblem(file: string, what: string): void {
  const problem = `${file} ${what}: check out all sources, and run npm ci on this machine`;
  expect(problemWithWordVectors(pathToFileURL(file))).toBe(problem);
  expect(() => loadWordVectors(pathToFileURL(file))).toThrow(problem);
}
