import { expect, test } from "vitest";
import {
  areaUnderRoc,
  meanReciprocalRank,
  median,
  percentOf,
} from "../../src/evaluation/measures.ts";
import { seededRandom } from "../../src/evaluation/random.ts";
import { withTypo } from "../../src/evaluation/typos.ts";

test.each([
  [[2, 3], [0, 1], 100],
  [[0, 1], [2, 3], 0],
  [[1, 1], [1, 1], 50],
  [[1, 3], [2, 0], 75],
])("wanted %j above unwanted %j in %d %% of pairs", (wanted, unwanted, area) => {
  expect(areaUnderRoc(wanted, unwanted)).toBe(area);
});

test("shares, ranks and medians", () => {
  expect(percentOf([true, false])).toBe(50);
  expect(meanReciprocalRank([1, 2, 0, 4])).toBe(43.75);
  expect(median([3, 1, 2])).toBe(2);
});

test("a typo changes one long content word, the same way for the same seed", () => {
  const slips = [1, 2, 3, 4].map((seed) => withTypo("When was the bridge?", seededRandom(seed)));
  expect(slips).toEqual(
    [1, 2, 3, 4].map((seed) => withTypo("When was the bridge?", seededRandom(seed))),
  );
  for (const slip of slips) expect(slip).toMatch(/^When was the \p{L}+\?$/u);
  expect(withTypo("Who is he?", seededRandom(1))).toBe("Who is he?");
});
