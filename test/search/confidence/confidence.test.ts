import { expect, test } from "vitest";
import {
  confidenceFeaturesOf,
  type ConfidenceValues,
} from "../../../src/search/confidence/confidence-features.ts";
import { confidenceIn, verdictOn } from "../../../src/search/confidence/confidence.ts";
import learned from "../../../src/search/confidence/confidence-weights.json" with { type: "json" };
import { rank } from "../../../src/search/ranking/ranking.ts";
import { matchQuestion } from "../match-question.ts";

function featuresOf(question: string, passage: string): ConfidenceValues {
  const { compiled, index } = matchQuestion({ question, passages: [passage, "Cars."] });
  return confidenceFeaturesOf(compiled, rank(compiled, index));
}

const CLEAR = featuresOf(
  "When does the ferry cross the bridge?",
  "The ferry will cross the bridge on 3 May.",
);

test.each([
  ["answers", "answered"],
  ["near", "unsure"],
  ["elsewhere", "not-covered"],
  ["nothing", "not-covered"],
] as const)("a clear match that %s is at best %s", (answerability, verdict) => {
  expect(verdictOn(confidenceIn(CLEAR, answerability))).toBe(verdict);
});

test("without any match the confidence is 0", () => {
  expect(confidenceIn(CLEAR, "nothing")).toBe(0);
});

test("the confidence is a logistic curve over the weighted sum", () => {
  const none = featuresOf("What?", "Cars.");
  const sum = learned.intercept;
  expect(Object.values(none).every((value) => value === 0)).toBe(true);
  expect(confidenceIn(none, "answers")).toBeCloseTo(1 / (1 + Math.exp(-sum)));
  const known = confidenceIn({ ...none, score: 1 }, "answers");
  expect(known).toBeCloseTo(1 / (1 + Math.exp(-sum - learned.weights.score)));
});

test.each([
  [learned.answeredFrom, "answered"],
  [learned.answeredFrom - 0.001, "unsure"],
  [learned.unsureFrom, "unsure"],
  [learned.unsureFrom - 0.001, "not-covered"],
])("a confidence of %f is %s", (confidence, verdict) => {
  expect(verdictOn(confidence)).toBe(verdict);
});
