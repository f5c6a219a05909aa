import { describe, expect, test } from "vitest";
import { analyseText } from "../../../src/search/analysis/analyse-text.ts";
import { snippetOf } from "../../../src/search/snippet.ts";
import { packFor } from "../../../src/languages/packs.ts";
import { matchQuestion } from "../match-question.ts";

const { terms } = packFor("en");

describe("words are found under what they stand for together", () => {
  test.each([
    ["an e-mail", ["email 1–2"]],
    ["an e‑mail and a Wi‐Fi", ["email 1–2", "wifi 5–6"]],
    ["the F-16", ["f16 1–2"]],
    ["20-22 people, 3-0", []],
    ["a plain word – and a dash", []],
    ["un- related", []],
  ])("%j: %j", (text, expected) => {
    const { added } = analyseText(text, terms);
    expect(added.map(({ term, first, last }) => `${term} ${first}–${last}`)).toEqual(expected);
  });
});

describe("a question finds the words in either form", () => {
  const OTHER = "Walls and mail wait.";

  test.each([
    ["email?", "Send an e-mail today.", ["e-mail"]],
    ["e-mail?", "Send an email today.", ["email"]],
    ["e-mail?", "Send an e-mail today.", ["e-mail"]],
    ["the F16 jet?", "An F-16 jet flies.", ["F-16 jet"]],
    ["the F-16 jet?", "An F16 jet flies.", ["F16 jet"]],
  ])("%j finds %j", (question, text, highlighted) => {
    const { compiled, matches, first } = matchQuestion({ question, passages: [text, OTHER] });
    expect(compiled.query.words.every(({ status }) => status === "known")).toBe(true);
    expect(matches.inText).toBe((1 << compiled.queryTerms.length) - 1);

    const { highlights } = snippetOf(first.passage, compiled.query);
    expect(highlights.map(([start, end]) => text.slice(start, end))).toEqual(highlighted);
  });

  test("neither the words nor the passage count more for it", () => {
    const apart = matchQuestion({ question: "mail?", passages: ["Send an e mail today.", OTHER] });
    const joined = matchQuestion({ question: "mail?", passages: ["Send an e-mail today.", OTHER] });
    // To MiniSearch, which counts the terms of a passage, an added one makes it longer.
    const { engine } = apart.features;
    expect({ ...joined.features, engine }).toEqual(apart.features);
    expect(joined.first.length).toBe(5);
  });

  test("it is next to the words around it", () => {
    const inArticle = matchQuestion({
      question: "Which email address?",
      passages: ["Her e-mail address is secret.", OTHER],
    });
    const { bigrams, pairs } = inArticle.features;
    expect(bigrams).toBeCloseTo(inArticle.termOf("email").weight);
    expect(pairs).toBeGreaterThan(0);
    const inQuestion = matchQuestion({
      question: "Which e-mail address?",
      passages: ["Her email address is secret.", OTHER],
    });
    expect(inQuestion.features.bigrams).toBeGreaterThan(0);
    expect(inQuestion.features.pairs).toBeGreaterThan(0);
  });

  test("a number that is part of a found word answers nothing", () => {
    const { matches } = matchQuestion({
      question: "How many F16 jets?",
      passages: ["The F-16 jets fly.", OTHER],
    });
    expect(matches.classesBySentence).toEqual(
      matchQuestion({ question: "How many F16 jets?", passages: ["The F16 jets fly.", OTHER] })
        .matches.classesBySentence,
    );
  });
});
