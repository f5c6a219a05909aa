import { expect, test } from "vitest";
import { confidenceExamples } from "../../src/training/confidence-examples.ts";
import type { Origin } from "../../src/training/labelled-questions.ts";
import { learnConfidence } from "../../src/training/learn-confidence.ts";
import {
  learnRanking,
  rankingExamples,
  rankingWeightsFrom,
} from "../../src/training/learn-ranking.ts";
import { LABELLED, STORM } from "./training-questions.ts";

/** What readers ask about the storm without an answer. */
const ABSENT = [
  "When did the flood hit the mill?",
  "How much will the roof cost?",
  "Who owns the mill?",
  "Was the miller insured?",
  "Why is the mill old?",
  "How many people fled the storm?",
  "Where is the roof now?",
  "What does the mayor say about the storm?",
  "How old is Ines Marlow?",
  "Will the mill close?",
].map((question) => ({
  set: "readers",
  article: STORM,
  question,
  gold: new Set<string>(),
  origin: "absent" as const,
}));

/** So often that trees have enough to split. */
const REPEATED = Array.from({ length: 20 }, () => [...LABELLED, ...ABSENT]).flat();
const weights = rankingWeightsFrom(learnRanking(rankingExamples(LABELLED)));
const examples = confidenceExamples(REPEATED, () => weights);
const learned = learnConfidence(examples);

function meanOf(origin: Origin, target: "answers" | "onTopic"): number {
  const judged = learned.judged.filter((example) => example.origin === origin);
  return judged.reduce((sum, { likelihoods }) => sum + likelihoods[target], 0) / judged.length;
}

test("an article's own questions are likelier to be answered than those of others", () => {
  expect(meanOf("own", "answers")).toBeGreaterThan(meanOf("off-topic", "answers"));
  expect(meanOf("own", "onTopic")).toBeGreaterThan(meanOf("off-topic", "onTopic"));
});

test("every example is judged once", () => {
  expect(learned.judged).toHaveLength(examples.length);
  expect(new Set(learned.judged.map(({ row }) => row)).size).toBe(examples.length);
});

test("an article is judged by trees that were not learned on it", () => {
  const [first] = learned.judged;
  const slug = first?.article.slug;
  const turned = examples.map((example) =>
    example.article.slug === slug
      ? { ...example, is: { answers: false, amongThree: false, onTopic: false } }
      : example,
  );
  const likelihoodsOf = (of: typeof learned) =>
    of.judged.filter(({ article }) => article.slug === slug).map((one) => one.likelihoods);
  expect(likelihoodsOf(learnConfidence(turned))).toEqual(likelihoodsOf(learned));
});

test("few readers are answered what the article does not say", () => {
  const { answered } = learned.thresholds;
  const shareOf = (origin: Origin) => {
    const some = learned.judged.filter((one) => one.origin === origin && one.set === "readers");
    // The threshold is rounded.
    const shown = some.filter(({ likelihoods }) => likelihoods.answers > answered + 0.001);
    return shown.length / some.length;
  };
  expect(shareOf("absent")).toBeLessThanOrEqual(0.16);
  expect(shareOf("off-topic")).toBeLessThanOrEqual(0.1);
});

test("few readers are told that there is nothing where the article answers", () => {
  const own = learned.judged.filter(({ origin, set }) => origin === "own" && set === "readers");
  const denied = own.filter(
    ({ likelihoods }) => likelihoods.onTopic < learned.thresholds.near - 0.001,
  );
  expect(denied.length / own.length).toBeLessThanOrEqual(0.02);
});
