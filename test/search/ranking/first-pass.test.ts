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

const TWELVE_OF_RUST = Array.from({ length: 12 }, () => "Rust.");

test("the six best by words and the three nearest by meaning are ranked", () => {
  const { index, compiled } = matchQuestion({
    question: "rust doctor?",
    passages: [
      ...TWELVE_OF_RUST,
      ...Array.from({ length: 5 }, () => "A hospital."),
      "A bridge.",
      "Rust on a doctor.",
    ],
  });
  const ranked = rank(compiled, index).map(({ indexed }) => indexed.passage.text);
  expect(ranked[0]).toBe("Rust on a doctor.");
  expect(ranked.filter((text) => text === "Rust.")).toHaveLength(5);
  expect(ranked.filter((text) => text === "A hospital.")).toHaveLength(3);
  expect(ranked).toHaveLength(9);
});

test("without vectors, nine by words are ranked", () => {
  const passages = [...TWELVE_OF_RUST.map((text) => text.toLowerCase()), "A hospital."];
  const { index, compiled } = matchQuestion({ question: "rust doctor?", passages, language: "fr" });
  const ranked = rank(compiled, index).map(({ indexed }) => indexed.passage.text);
  expect(ranked).toEqual(Array.from({ length: 9 }, () => "rust."));
});

test("a passage near in meaning is found without a word of the question", () => {
  const { index, compiled } = matchQuestion({
    question: "Was a doctor there?",
    passages: ["Rust eats steel.", "They lay in hospital.", "Cars wait at the bridge."],
  });
  expect(rank(compiled, index)[0]?.indexed.passage.text).toBe("They lay in hospital.");
});

function rankedAfter(fillers: number): string[] {
  const { index, compiled } = matchQuestion({
    question: "doctor?",
    passages: [
      ...Array.from({ length: fillers }, () => "Cars wait at the bridge."),
      "A doctor.",
      "They lay in hospital.",
    ],
  });
  return rank(compiled, index).map(({ indexed }) => indexed.passage.text);
}

test("of many passages, only those with a word of the question are ranked", () => {
  expect(rankedAfter(198)).toEqual(["A doctor.", "They lay in hospital."]);
  expect(rankedAfter(199)).toEqual(["A doctor."]);
});
