import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseSquad } from "../../src/evaluation/squad.ts";
import { CONFIDENCE_FEATURES, DIRECTION } from "../../src/search/confidence/confidence-features.ts";
import { confidenceExamples, type Origin } from "../../src/training/confidence-examples.ts";
import { learnConfidence } from "../../src/training/learn-confidence.ts";

const file = new URL("../fixtures/two-articles.squad.json", import.meta.url);
const examples = confidenceExamples(
  parseSquad(JSON.parse(readFileSync(file, "utf8"))),
  () => undefined,
);
const learned = learnConfidence(examples);

test("every weight keeps to the direction of its feature", () => {
  const wrong = CONFIDENCE_FEATURES.filter((feature, at) => {
    const weight = learned.weights[at] ?? 0;
    return DIRECTION[feature] === "for" ? weight < 0 : weight > 0;
  });
  expect(wrong).toEqual([]);
  expect(learned.weights.some((weight) => weight !== 0)).toBe(true);
});

function meanOf(origin: Origin): number {
  const judged = learned.judged.filter((example) => example.origin === origin);
  return judged.reduce((sum, { confidence }) => sum + confidence, 0) / judged.length;
}

test("an article's own questions get more confidence than those of others", () => {
  expect(meanOf("own")).toBeGreaterThan(meanOf("off-topic"));
});

test("fewer questions are answered than shown a near passage", () => {
  expect(learned.answeredFrom).toBeGreaterThanOrEqual(learned.unsureFrom);
});
