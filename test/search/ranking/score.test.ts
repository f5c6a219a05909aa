import { expect, test } from "vitest";
import { EDITORIAL_FEATURES } from "../../../src/search/ranking/editorial-features.ts";
import { RANKING_FEATURES } from "../../../src/search/ranking/features.ts";
import { scoreDetails, scoreOf, weightsAt } from "../../../src/search/ranking/score.ts";
import { rankingWeightsFrom } from "../../../src/training/learn-ranking.ts";
import { matchQuestion } from "../match-question.ts";
import { marlow } from "../sample.ts";

const { features } = matchQuestion({
  question: "When does Marlow cross the rust bridge?",
  passages: [
    { text: "The rust bridge in May.", lead: "3 May", keywords: ["rust"], speaker: marlow },
    "A ferry.",
  ],
  heading: "Crossing",
});

test("the points of all features add up to the score", () => {
  const afterAnswer = { ...features, nearShown: 3.2 };
  const details = scoreDetails(afterAnswer);
  const score = scoreOf(afterAnswer, weightsAt(features.questionLength));
  expect(details.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 10);
  expect(details.map(({ feature }) => feature)).toEqual([
    ...RANKING_FEATURES,
    "nearShown",
    ...EDITORIAL_FEATURES,
  ]);
  expect(details.find(({ feature }) => feature === "speaker")).toMatchObject({
    value: 1,
    points: 1.2,
  });
});

/** By a speaker's, the heading's, a lead's and the keywords' weights. */
const EDITORIAL = 1.2 + 2.25 * features.context + 1 + 1.5 * features.keywords;
const NONE = rankingWeightsFrom(new Float64Array(2 * RANKING_FEATURES.length));

test("other weights can be tried; editorial features keep theirs", () => {
  const always = { short: { ...NONE.short, time: 3 }, long: { ...NONE.long, time: 3 } };
  expect(scoreOf(features, weightsAt(0, NONE))).toBeCloseTo(EDITORIAL);
  expect(scoreOf(features, weightsAt(0.5, always))).toBeCloseTo(EDITORIAL + 3);
});

test.each([
  [0, 3],
  [0.25, 4],
  [1, 7],
])("a question that is long by %f has that share of the long ones' weights", (long, points) => {
  const weights = { short: { ...NONE.short, time: 3 }, long: { ...NONE.long, time: 7 } };
  expect(scoreOf(features, weightsAt(long, weights))).toBeCloseTo(EDITORIAL + points);
});
