import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { RatedAnswer } from "../../src/feedback/vote.ts";
import { gapsIn } from "../../src/question-log/gaps.ts";
import { sampleTrace } from "../support/sample-trace.ts";

const MAX_MS = 5000;

function unanswered(question: string, number: number): RatedAnswer {
  return {
    trace: sampleTrace({ id: `id${number}`, question, kind: "not-covered", language: "en" }),
  };
}

test("five thousand questions are grouped in seconds", () => {
  const answers = Array.from({ length: 5000 }, (_, number) =>
    unanswered(`Where is the ${nameOf(number)} of ${nameOf(number * 7)}?`, number),
  );
  const start = performance.now();
  expect(gapsIn(answers).length).toBeGreaterThan(1000);
  expect(performance.now() - start).toBeLessThan(MAX_MS);
});

/** A made-up word, unlike the next number's. */
function nameOf(number: number): string {
  return createHash("sha256")
    .update(String(number))
    .digest("hex")
    .replaceAll(/\d/gu, "x")
    .slice(0, 9);
}

test("many similar words take no longer", () => {
  const answers = Array.from({ length: 5000 }, (_, number) =>
    unanswered(
      `Where is thing${"abcdefgh"[number % 8]}${"ijklmnop"[(number >> 3) % 8]}${"x".repeat(number % 50)}?`,
      number,
    ),
  );
  const start = performance.now();
  gapsIn(answers);
  expect(performance.now() - start).toBeLessThan(MAX_MS);
});
