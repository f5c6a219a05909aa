import { expect, test } from "vitest";
import { openFeedback } from "../../src/feedback/feedback.ts";
import { createTraceIds } from "../../src/feedback/trace.ts";
import type { Trace } from "../../src/feedback/trace.ts";
import type { Vote } from "../../src/feedback/vote.ts";
import { sampleTrace } from "../support/sample-trace.ts";

const traceId = createTraceIds("secret");

function open() {
  const answers: Trace[] = [];
  const votes: Vote[] = [];
  const feedback = openFeedback(traceId, {
    days: 90,
    answers: async () => [],
    gaps: async () => [],
    recordAnswer: (trace) => answers.push(trace),
    recordVote: (vote) => votes.push(vote),
  });
  return { feedback, answers, votes };
}

test("an id depends on the update, the chat and the secret alone", () => {
  const ids = [traceId(1, 2), traceId(1, 3), traceId(2, 2), createTraceIds("another")(1, 2)];
  expect(traceId(1, 2)).toBe(ids[0]);
  expect(new Set(ids).size).toBe(4);
  expect(ids.filter((id) => !/^[0-9a-z]{8}$/u.test(id))).toEqual([]);
});

test("an id is the same in every version, so votes on older cards still count", () => {
  expect(traceId(1, 2)).toBe("j2jktx6h");
});

test("among a hundred thousand answers, hardly any share an id", () => {
  const ids = new Set<string>();
  for (let update = 0; update < 100_000; update += 1) ids.add(traceId(-100_123, update));
  expect(ids.size).toBeGreaterThan(99_998);
});

test("an update delivered twice counts once", () => {
  const { feedback, answers } = open();
  feedback.recordAnswer(sampleTrace());
  feedback.recordAnswer(sampleTrace());
  expect(answers).toHaveLength(1);
  expect(feedback.stats().answers).toEqual(new Map([["answered", 1]]));
});

test("only the last vote on an answer counts", () => {
  const { feedback, votes } = open();
  const { id: trace } = sampleTrace();
  feedback.recordAnswer(sampleTrace());
  for (const rating of ["bad", "wrong-person", "wrong-person"] as const) {
    feedback.recordVote({ trace, rating });
  }
  expect(votes.map(({ rating }) => rating)).toEqual(["bad", "wrong-person"]);
  expect(feedback.stats().votes.get("bad")).toBe(0);
  expect(feedback.stats().votes.get("wrong-person")).toBe(1);
  expect(feedback.find(trace)).toMatchObject({ rating: "wrong-person" });
});

test("the latest answers are remembered; looking up or voting does not renew an old one", () => {
  const { feedback } = open();
  for (let number = 0; number < 2000; number += 1) {
    feedback.recordAnswer(sampleTrace({ id: String(number) }));
    feedback.find("1");
    feedback.recordVote({ trace: "1", rating: number % 2 === 0 ? "good" : "bad" });
  }
  expect(feedback.find("1999")).toBeDefined();
  expect(feedback.find("1")).toBeUndefined();
  expect(feedback.stats().answers.get("answered")).toBe(2000);
});

test("the answers to one chat are forgotten, each question of a message, and those of others stay", () => {
  const feedback = openFeedback(traceId);
  const own = [traceId(7, 100), traceId(7, 101), traceId(7, 101, 1)];
  const others = [traceId(8, 100), traceId(8, 102)];
  for (const id of [...own, ...others]) feedback.recordAnswer(sampleTrace({ id }));
  feedback.forgetChat(7, [100, 101, 102]);
  expect(own.filter((id) => feedback.find(id))).toEqual([]);
  expect(others.filter((id) => feedback.find(id))).toEqual(others);
});
