import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseSquad } from "../../src/evaluation/squad.ts";
import {
  isRightFirst,
  learnRanking,
  rankingExamples,
  weightsForOthers,
} from "../../src/training/learn-ranking.ts";

const file = new URL("../fixtures/two-articles.squad.json", import.meta.url);
const examples = rankingExamples(parseSquad(JSON.parse(readFileSync(file, "utf8"))));

test("the weights learned put the right passage first", () => {
  const weights = learnRanking(examples);
  expect(examples.every((example) => isRightFirst(example, weights))).toBe(true);
  expect(
    isRightFirst({ article: "", rows: [weights, weights.map(() => 0)], right: 1 }, weights),
  ).toBe(false);
});

test("the same set always leads to the same weights", () => {
  expect(learnRanking(examples)).toEqual(learnRanking(examples));
});

test("the weights for an article are not learned on it", () => {
  const [first] = examples;
  const others = examples.filter(({ article }) => article !== first?.article);
  expect(weightsForOthers(examples).get(first?.article ?? "")).toEqual(learnRanking(others));
});
