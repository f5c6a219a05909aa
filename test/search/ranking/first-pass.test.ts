import { expect, test } from "vitest";
import { firstPassScore } from "../../../src/search/ranking/first-pass.ts";
import { rank } from "../../../src/search/ranking/ranking.ts";
import { type Asked, matchQuestion } from "../match-question.ts";
import { marlow } from "../sample.ts";

function firstPass(asked: Asked) {
  const { first, compiled, termOf } = matchQuestion(asked);
  return { score: firstPassScore(first, compiled), w: (word: string) => termOf(word).weight };
}

test("a passage without a query term scores 0", () => {
  const { score } = firstPass({
    question: "What does a ferry cost?",
    passages: ["Rust.", "Ferry."],
  });
  expect(score).toBe(0);
});

test("every query term counts its weight once", () => {
  const { score, w } = firstPass({ question: "rust ferry?", passages: ["Rust, rust, a ferry."] });
  expect(score).toBeCloseTo(w("rust") + w("ferry"));
});

test("another form of a word counts 0.7", () => {
  const { score, w } = firstPass({ question: "weakness?", passages: ["Weakened."] });
  expect(score).toBeCloseTo(0.7 * w("weakness"));
});

test("another form beside the word itself adds nothing", () => {
  const { score, w } = firstPass({ question: "weakness?", passages: ["Weakened weakness."] });
  expect(score).toBeCloseTo(w("weakness"));
});

test("the heading counts like the text", () => {
  const { score, w } = firstPass({ question: "ferry?", passages: ["Rust."], heading: "Ferry" });
  expect(score).toBeCloseTo(w("ferry"));
});

test("a passage that mentions a person by another name matches their name", () => {
  const { score, w } = firstPass({
    question: "What of Marlow?",
    passages: ["The expert waits."],
  });
  expect(score).toBeCloseTo(w("Marlow"));
});

test("a passage spoken by a person matches their name", () => {
  const { score, w } = firstPass({
    question: "What does the engineer think?",
    passages: [{ text: "Rust.", speaker: { ...marlow, aliases: ["the engineer"] } }],
  });
  expect(score).toBeCloseTo(w("engineer"));
});

test("the nine best of the first pass are ranked", () => {
  const passages = Array.from({ length: 12 }, () => "Rust.");
  const { index, compiled } = matchQuestion({
    question: "rust ferry?",
    passages: [...passages, "Rust on a ferry."],
  });
  const ranked = rank(compiled, index);
  expect(ranked).toHaveLength(9);
  expect(ranked[0]?.indexed.passage.id).toBe("p12");
});
