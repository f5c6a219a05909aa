import { expect, test } from "vitest";
import { CONFIDENCE_FEATURES } from "../../../src/search/confidence/confidence-features.ts";
import learned from "../../../src/search/confidence/confidence-model.json" with { type: "json" };
import { forestOf } from "../../../src/learned/boosted-trees.ts";
import { conclude, likelihoodsOf, verdictOn } from "../../../src/search/confidence/confidence.ts";
import { rank } from "../../../src/search/ranking/ranking.ts";
import { type Asked, matchQuestion } from "../match-question.ts";

function concludeOn(question: string, passages: Asked["passages"]) {
  const { compiled, index } = matchQuestion({ question, passages });
  return conclude(compiled, rank(compiled, index));
}

test.each([
  [0.6, 0, 0, 0, "answered"],
  [0.599, 0.4, 0, 0, "closest"],
  [0.599, 0.399, 0.2, 0, "near"],
  [0.599, 0.399, 0.199, 0, "nothing"],
  [0, 0, 0, 0, "nothing"],
  [0, 0, 1, 0, "near"],
  [0.599, 0.4, 0.2, 1, "near"],
  [0.599, 0.4, 0.199, 2, "nothing"],
] as const)("%f first, %f among three, %f on topic, %i failed: %s", (...row) => {
  const [answers, amongThree, onTopic, failedChecks, verdict] = row;
  const thresholds = { answered: 0.6, closest: 0.4, near: 0.2 };
  expect(verdictOn({ answers, amongThree, onTopic, failedChecks }, thresholds)).toBe(verdict);
});

test("the model in use is of these features", () => {
  expect(learned.features).toEqual([...CONFIDENCE_FEATURES]);
});

const leaf = (...sums: readonly number[]) =>
  forestOf(sums.map((sum) => ({ splits: Float64Array.of(), values: Float64Array.of(sum) })));
const NO_FEATURES = new Float64Array(CONFIDENCE_FEATURES.length);

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

test("a likelihood is a logistic curve over the sum of the trees", () => {
  const trees = { answers: leaf(-2), amongThree: leaf(-1, 0.5), onTopic: leaf(3) };
  const likely = likelihoodsOf(NO_FEATURES, { trees });
  expect(likely.answers).toBeCloseTo(logistic(-2), 10);
  expect(likely.amongThree).toBeCloseTo(logistic(-0.5), 10);
  expect(likely.onTopic).toBeCloseTo(logistic(3), 10);
});

test("no passage is likelier to answer than the question is to be on the topic", () => {
  const trees = { answers: leaf(4), amongThree: leaf(5), onTopic: leaf(-1) };
  const onTopic = logistic(-1);
  expect(likelihoodsOf(NO_FEATURES, { trees })).toEqual({
    answers: onTopic,
    amongThree: onTopic,
    onTopic,
  });
  const markedUp = likelihoodsOf(NO_FEATURES, { trees, isMarkedUp: true });
  expect(markedUp.answers).toBe(onTopic);
});

test("an editor's mark-up raises the odds that a passage answers, and nothing else", () => {
  const trees = { answers: leaf(-2), amongThree: leaf(-1), onTopic: leaf(3) };
  const plain = likelihoodsOf(NO_FEATURES, { trees });
  const markedUp = likelihoodsOf(NO_FEATURES, { trees, isMarkedUp: true });
  expect(markedUp).toEqual({ ...plain, answers: markedUp.answers });
  expect(markedUp.answers).toBeCloseTo(logistic(-0.8), 10);
});

const FERRY = "The ferry will cross the bridge on 3 May.";

test.each([
  ["a lead", { lead: "May" }],
  ["keywords", { keywords: ["boat"] }],
])("%s anywhere in the article mark it up", (_, more) => {
  const question = "When does the ferry cross the bridge?";
  const plain = concludeOn(question, [FERRY, "Cars wait."]);
  const markedUp = concludeOn(question, [FERRY, { text: "Cars wait.", ...more }]);
  expect(markedUp.confidence).toBeGreaterThan(plain.confidence);
});

test("a passage that fails a check is not the answer, however likely", () => {
  const passages = [{ text: FERRY, keywords: ["dates"] }, "Cars wait.", "Rust eats the cables."];
  const question = "When does the ferry cross the bridge?";
  const { evidence, verdict, confidence } = concludeOn(question, passages);
  expect([...evidence.failedChecks]).toEqual([]);
  expect(verdict).toBe("answered");

  const failing = concludeOn("How many ferries cross the bridge on 3 May?", passages);
  expect(failing.evidence.failedChecks.size).toBeGreaterThan(0);
  expect(failing.verdict).not.toBe("answered");
  expect(failing.confidence).toBeLessThan(learned.thresholds.answered);
  expect(confidence).toBeGreaterThanOrEqual(learned.thresholds.answered);
});

test("without any passage nothing is likely", () => {
  const { confidence, verdict, evidence } = concludeOn("ferry?", ["Zzyzx."]);
  expect({ confidence, verdict }).toEqual({ confidence: 0, verdict: "nothing" });
  expect(evidence.likelihoods).toEqual({ answers: 0, amongThree: 0, onTopic: 0 });
});
