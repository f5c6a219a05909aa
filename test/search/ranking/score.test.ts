import { expect, test } from "vitest";
import { EDITORIAL_FEATURES } from "../../../src/search/ranking/editorial-features.ts";
import { RANKING_FEATURES } from "../../../src/search/ranking/features.ts";
import { scoreDetails, scoreOf } from "../../../src/search/ranking/score.ts";
import { rankingWeightsFrom } from "../../../src/training/learn-ranking.ts";
import { matchQuestion } from "../match-question.ts";
import { marlow } from "../sample.ts";

const { features } = matchQuestion({
  question: "When does Marlow cross the rust bridge?",
  passages: [{ text: "The rust bridge in May.", lead: "3 May", speaker: marlow }, "A ferry."],
  heading: "Crossing",
});

test("the points of all features add up to the score", () => {
  const details = scoreDetails(features);
  expect(details.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(scoreOf(features), 10);
  expect(details.map(({ feature }) => feature)).toEqual([
    ...RANKING_FEATURES,
    ...EDITORIAL_FEATURES,
  ]);
  expect(details.find(({ feature }) => feature === "speaker")).toMatchObject({
    value: 1,
    points: 2,
  });
});

test("other weights can be tried; editorial features keep theirs", () => {
  const none = rankingWeightsFrom(new Float64Array(RANKING_FEATURES.length));
  expect(scoreOf(features, none)).toBeCloseTo(2 + 2 * features.context + 1);
  expect(scoreOf(features, { ...none, time: 3 })).toBeCloseTo(5 + 2 * features.context + 1);
});
