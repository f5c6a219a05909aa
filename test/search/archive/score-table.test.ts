import { expect, test } from "vitest";
import { seededRandom } from "../../../src/evaluation/random.ts";
import { openScoreTable } from "../../../src/search/archive/score-table.ts";

function entriesOf(table: ReturnType<typeof openScoreTable>): (readonly [number, number])[] {
  const entries: (readonly [number, number])[] = [];
  table.forEach((key, sum) => entries.push([key, sum]));
  return entries;
}

test("sums by key are those of a map, in the order in which the keys came", () => {
  const random = seededRandom(7);
  const table = openScoreTable();
  const expected = new Map<number, number>();
  for (let step = 0; step < 20_000; step += 1) {
    // Neighbours, keys that differ only in their highest bits, and any others.
    const key = [
      Math.floor(random() * 3000),
      Math.floor(random() * 2000) * 2 ** 32,
      Math.floor(random() * 2 ** 53),
    ][step % 3];
    const score = random();
    table.add(key ?? 0, score);
    expected.set(key ?? 0, (expected.get(key ?? 0) ?? 0) + score);
  }
  expect(entriesOf(table)).toEqual([...expected]);
});

test("adds only to keys that are there if told so", () => {
  const table = openScoreTable();
  table.add(5, 0);
  table.addIfThere(5, 2);
  table.addIfThere(2 ** 40, 1);
  expect(entriesOf(table)).toEqual([[5, 2]]);
});
