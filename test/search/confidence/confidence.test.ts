import { expect, test } from "vitest";
import {
  confidenceFeaturesOf,
  type ConfidenceValues,
} from "../../../src/search/confidence/confidence-features.ts";
import { conclude, confidenceIn, verdictOn } from "../../../src/search/confidence/confidence.ts";
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

const CONVINCING = { features: CLEAR, failedChecks: new Map(), topicShare: 1, answeredFrom: 0.5 };

test.each([
  ["answers", "answered"],
  ["near", "near"],
  ["elsewhere", "near"],
  ["nothing", "near"],
] as const)("a clear match that %s is at best %s", (answerability, verdict) => {
  const failedChecks = new Map(answerability === "answers" ? [] : [["check", answerability]]);
  const confidence = confidenceIn(CLEAR, answerability);
  expect(verdictOn(confidence, { ...CONVINCING, failedChecks })).toBe(verdict);
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
  [learned.answeredFrom, 0, "answered"],
  [learned.answeredFrom - 0.001, 1, "closest"],
  [learned.unsureFrom, 0, "closest"],
  [learned.unsureFrom - 0.001, 1, "near"],
  [learned.unsureFrom - 0.001, 0.5, "near"],
  [learned.unsureFrom - 0.001, 0.2, "nothing"],
  [0, 0, "nothing"],
])("a confidence of %f with %f of the topic is %s", (confidence, topicShare, verdict) => {
  expect(verdictOn(confidence, { ...CONVINCING, topicShare })).toBe(verdict);
});

test("a passage without what the question asks for is near at best, unless it is the answer", () => {
  const features = featuresOf("When does the ferry cross the bridge?", "The ferry is red.");
  const evidence = { ...CONVINCING, features };
  expect(verdictOn(learned.unsureFrom, evidence)).toBe("near");
  expect(verdictOn(learned.answeredFrom, evidence)).toBe("answered");
});

test.each([
  ["When does the ferry cross the bridge?", "The ferry will cross the bridge on 3 May.", 1],
  ["When does the ferry cross the bridge?", "Trees.", 0],
  // "Go" says nothing of what a question is about.
  ["Will it go up?", "They go home.", 0],
])("of what “%s” is about, “%s” has %f", (question, passage, share) => {
  const { compiled, index } = matchQuestion({ question, passages: [passage, "Cars."] });
  const { evidence } = conclude(compiled, rank(compiled, index));
  expect(evidence.topicShare).toBeCloseTo(share);
});

test("a relative counts half of the word itself", () => {
  const { compiled, index } = matchQuestion({
    question: "colonial?",
    passages: ["They colonised it.", "Cars."],
  });
  expect(conclude(compiled, rank(compiled, index)).evidence.topicShare).toBe(0.5);
});
