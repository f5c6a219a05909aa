import { expect, test } from "vitest";
import {
  BURST,
  LEAK_PER_SECOND,
  createRateLimiter,
} from "../../../src/delivery/state/rate-limiter.ts";

const ANN = 1;
const BEN = 2;

function openRateLimiter() {
  let time = 0;
  const limit = createRateLimiter(() => time);
  const verdicts = (count: number, everyMs: number, userId = ANN) =>
    Array.from({ length: count }, () => {
      time += everyMs;
      return limit(userId);
    });
  return { verdicts, wait: (ms: number) => (time += ms) };
}

test("a burst is answered, and more messages get one notice and then no reply", () => {
  const { verdicts } = openRateLimiter();
  expect(verdicts(BURST, 0)).toEqual(Array.from({ length: BURST }, () => "allowed"));
  expect(verdicts(3, 0)).toEqual(["limited", "still-limited", "still-limited"]);
});

test("a lasting flood gets one notice", () => {
  const { verdicts } = openRateLimiter();
  const flood = verdicts(5000, 10);
  expect(flood.filter((verdict) => verdict === "limited")).toHaveLength(1);
  expect(flood.slice(100).every((verdict) => verdict === "still-limited")).toBe(true);
});

test("a calm reader is never limited", () => {
  const { verdicts } = openRateLimiter();
  expect(new Set(verdicts(5000, 1000 / LEAK_PER_SECOND))).toEqual(new Set(["allowed"]));
});

test("after a few quiet seconds a reader is answered again, and the next flood gets a new notice", () => {
  const { verdicts, wait } = openRateLimiter();
  verdicts(100, 0);
  wait((BURST / LEAK_PER_SECOND) * 1000);
  expect(verdicts(BURST + 2, 0).slice(-3)).toEqual(["allowed", "limited", "still-limited"]);
});

test("one reader's flood is not another's", () => {
  const { verdicts } = openRateLimiter();
  verdicts(100, 0);
  expect(verdicts(1, 0, BEN)).toEqual(["allowed"]);
});

test("the flood of one reader is not forgotten among thousands of others", () => {
  const { verdicts } = openRateLimiter();
  verdicts(100, 0);
  for (let other = 10; other < 9_000; other += 1) verdicts(1, 0, other);
  expect(verdicts(1, 0)).toEqual(["still-limited"]);
});
