import { expect, test } from "vitest";
import type { JudgedExample } from "../../src/training/learn-confidence.ts";
import { bandsOf, reliabilityPlot } from "../../src/training/reliability.ts";
import { STORM } from "./training-questions.ts";

function judged(
  answers: number,
  isRight: boolean,
  more: Partial<JudgedExample> = {},
): JudgedExample {
  return {
    set: "readers",
    article: STORM,
    origin: "own",
    importance: 1,
    isStopped: false,
    row: new Float64Array(),
    is: { answers: isRight, amongThree: isRight, onTopic: true },
    likelihoods: { answers, amongThree: answers, onTopic: 1 },
    ...more,
  };
}

test("a band has the share of right answers, by importance", () => {
  const bands = bandsOf([
    judged(0.31, true),
    judged(0.39, false, { importance: 3 }),
    judged(0.4, true),
    judged(1, true),
  ]);
  expect(bands).toHaveLength(10);
  expect(bands[3]).toEqual({ from: 0.3, right: 25, count: 2 });
  expect(bands[4]).toEqual({ from: 0.4, right: 100, count: 1 });
  expect(bands[9]).toEqual({ from: 0.9, right: 100, count: 1 });
  expect(bands[0]).toEqual({ from: 0, right: 0, count: 0 });
});

test("questions made to look answerable are left out", () => {
  const bands = bandsOf([judged(0.95, true), judged(0.95, false, { origin: "adversarial" })]);
  expect(bands[9]).toEqual({ from: 0.9, right: 100, count: 1 });
});

test("the plot has a bar for each band", () => {
  const plot = reliabilityPlot(bandsOf([judged(0.95, true), judged(0.95, false)]));
  expect(plot.match(/<rect /gu)).toHaveLength(10);
  expect(plot).toContain("<title>50 % of 2</title>");
});
