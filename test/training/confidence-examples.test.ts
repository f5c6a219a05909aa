import { expect, test } from "vitest";
import { CONFIDENCE_FEATURES } from "../../src/search/confidence/confidence-features.ts";
import { RANKING_FEATURES } from "../../src/search/ranking/features.ts";
import { confidenceExamples } from "../../src/training/confidence-examples.ts";
import type { LabelledQuestion } from "../../src/training/labelled-questions.ts";
import {
  learnRanking,
  rankingExamples,
  rankingWeightsFrom,
} from "../../src/training/learn-ranking.ts";
import { LABELLED, STORM } from "./training-questions.ts";

const WEIGHTS = rankingWeightsFrom(learnRanking(rankingExamples(LABELLED)));

function exampleOf(more: Partial<LabelledQuestion>) {
  const question: LabelledQuestion = {
    set: "readers",
    article: STORM,
    question: "When did the storm tear the roof off the mill?",
    gold: new Set(["storm-0"]),
    origin: "own",
    ...more,
  };
  const [example] = confidenceExamples([question], () => WEIGHTS);
  return example;
}

test.each([
  ["storm-0", { answers: true, amongThree: true, onTopic: true }],
  ["storm-2", { answers: false, amongThree: true, onTopic: true }],
  ["elsewhere", { answers: false, amongThree: false, onTopic: true }],
])("if %s is right, that is what is true of it", (gold, is) => {
  expect(exampleOf({ gold: new Set([gold]) })?.is).toEqual(is);
});

test.each([
  ["absent", true],
  ["adversarial", true],
  ["off-topic", false],
] as const)("a question that is %s is on the topic: %s", (origin, onTopic) => {
  const is = { answers: false, amongThree: false, onTopic };
  expect(exampleOf({ origin, gold: new Set() })?.is).toEqual(is);
});

function importanceOf(set: string, origin: LabelledQuestion["origin"]): number {
  return exampleOf({ set, origin })?.importance ?? 0;
}

test("what readers ask and the article does not answer counts most", () => {
  expect(importanceOf("readers", "absent")).toBeGreaterThan(importanceOf("readers", "own"));
  expect(importanceOf("readers", "own")).toBeGreaterThan(importanceOf("squad", "own"));
  expect(importanceOf("squad", "adversarial")).toBeLessThan(importanceOf("squad", "absent"));
});

test("an example has a value for each feature", () => {
  expect(exampleOf({})?.row).toHaveLength(CONFIDENCE_FEATURES.length);
});

test("passages are ranked by the weights given", () => {
  const score = CONFIDENCE_FEATURES.indexOf("score");
  const scoreBy = (weights: typeof WEIGHTS) =>
    confidenceExamples(LABELLED.slice(0, 1), () => weights)[0]?.row[score];
  const none = rankingWeightsFrom(new Float64Array(2 * RANKING_FEATURES.length));
  expect(scoreBy(WEIGHTS)).toBeGreaterThan(2 * (scoreBy(none) ?? 1));
});
