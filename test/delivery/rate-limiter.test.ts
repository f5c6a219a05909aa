import { expect, test } from "vitest";
import { BURST, CALM_PER_SECOND, keepPace } from "../../src/delivery/state/rate-limiter.ts";

const ANN = 1;
const BEN = 2;

function openPace() {
  let time = 0;
  const pace = keepPace(() => time);
  const steps = (count: number, everyMs: number, userId = ANN) =>
    Array.from({ length: count }, () => {
      time += everyMs;
      return pace(userId);
    });
  return { steps, wait: (ms: number) => (time += ms) };
}

test("a burst is answered, what goes on at once gets one notice and then silence", () => {
  const { steps } = openPace();
  expect(steps(BURST, 0)).toEqual(Array.from({ length: BURST }, () => "fine"));
  expect(steps(3, 0)).toEqual(["too-fast", "still-too-fast", "still-too-fast"]);
});

test("a flood that does not end is told of once", () => {
  const { steps } = openPace();
  const flood = steps(5000, 10);
  expect(flood.filter((step) => step === "too-fast")).toHaveLength(1);
  expect(flood.slice(100).every((step) => step === "still-too-fast")).toBe(true);
});

test("a calm reader is answered for ever", () => {
  const { steps } = openPace();
  expect(new Set(steps(5000, 1000 / CALM_PER_SECOND))).toEqual(new Set(["fine"]));
});

test("after a few quiet seconds a reader is answered again, and told anew when it is too fast anew", () => {
  const { steps, wait } = openPace();
  steps(100, 0);
  wait((BURST / CALM_PER_SECOND) * 1000);
  expect(steps(BURST + 2, 0).slice(-3)).toEqual(["fine", "too-fast", "still-too-fast"]);
});

test("one reader's flood is not another's", () => {
  const { steps } = openPace();
  steps(100, 0);
  expect(steps(1, 0, BEN)).toEqual(["fine"]);
});

test("the flood of one is not forgotten in that of ten thousand others", () => {
  const { steps } = openPace();
  steps(100, 0);
  for (let other = 10; other < 9_000; other += 1) steps(1, 0, other);
  expect(steps(1, 0)).toEqual(["still-too-fast"]);
});
