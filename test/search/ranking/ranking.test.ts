import { expect, test } from "vitest";
import { rank } from "../../../src/search/ranking/ranking.ts";
import { matchQuestion } from "../match-question.ts";

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
