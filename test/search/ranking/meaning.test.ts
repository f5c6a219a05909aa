import { expect, test } from "vitest";
import { NO_WORD_VECTORS } from "../../../src/languages/word-vectors.ts";
import { findMatches } from "../../../src/search/ranking/matches.ts";
import { meaningOf } from "../../../src/search/ranking/meaning.ts";
import { matchQuestion } from "../match-question.ts";

const PASSAGES = [
  "They lay in hospital for a week.",
  "Cars wait at the bridge.",
  "Rust eats steel.",
  "The nurse was kind. Rust eats steel, cars wait.",
];

function compared(question: string, passages: readonly string[] = PASSAGES) {
  const { compiled, index } = matchQuestion({ question, passages });
  const meaning = meaningOf(compiled, index);
  return index.passages.map((indexed) => ({
    about: meaning.about(indexed),
    ...meaning.compare(indexed, findMatches(indexed, compiled)),
  }));
}

test("a question is about what the nearest passage is about", () => {
  const about = compared("Was a doctor there?").map((one) => one.about);
  expect(about.indexOf(Math.max(...about))).toBe(0);
  expect(about[1]).toBeLessThan(0.1);
  for (const value of about) expect(Math.abs(value)).toBeLessThanOrEqual(1.000_001);
});

test("a sentence may be near where the whole passage is not", () => {
  const last = compared("Was a doctor there?").at(-1);
  expect(last?.aboutSentence).toBeGreaterThan((last?.aboutPassage ?? 1) + 0.2);
});

test("a match counts more than any word that is only near", () => {
  const [found, near, far] = compared("doctor?", ["A doctor.", "A nurse.", "The steel."]);
  expect(found?.nearPassage).toBe(1);
  expect(near?.nearPassage).toBeLessThan(1);
  expect(near?.nearPassage).toBeGreaterThan(far?.nearPassage ?? 1);
});

test.each(["Zzyzx?", "What is it?"])("nothing is near “%s”", (question) => {
  for (const values of compared(question)) {
    expect(Object.values(values).every((value) => value === 0)).toBe(true);
  }
});

test("a single passage is all that its article is about: it is not about the question", () => {
  const [only] = compared("Was a doctor there?", ["A doctor in the hospital. Rust eats steel."]);
  expect(only).toMatchObject({ about: 0, aboutPassage: 0 });
  expect(only?.nearPassage).toBe(1);
});

test("in a language without vectors only matches are near", () => {
  const { compiled, index, first, matches } = matchQuestion({
    question: "doctor steel?",
    passages: ["A doctor in the hospital.", "Cars."],
  });
  const pack = { ...index.pack, wordVectors: NO_WORD_VECTORS };
  const meaning = meaningOf(compiled, { ...index, pack });
  const { nearPassage, nearMissing } = meaning.compare(first, matches);
  const [doctor, steel] = compiled.queryTerms.map(({ weight }) => weight);
  expect(nearPassage).toBeCloseTo((doctor ?? 0) / ((doctor ?? 0) + (steel ?? 0)), 10);
  expect(nearMissing).toBe(0);
});
