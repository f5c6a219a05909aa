import { expect, test } from "vitest";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import { indexLanguage } from "../../src/search/index/language-index.ts";
import { snippetOf } from "../../src/search/snippet.ts";
import { bridgeArticle, samplePassage } from "./sample.ts";

const index = indexLanguage([bridgeArticle()]);

/** The sentence of the snippet, with highlights in brackets. */
function sentenceShown(text: string, question: string): string {
  const passage = samplePassage("p", text);
  const { sentence, highlights } = snippetOf(passage, parseQuery(question, index));
  const [start, end] = sentence;
  let shown = text.slice(start, end);
  for (const [from, to] of highlights.toReversed()) {
    if (from < start || to > end) continue;
    shown = `${shown.slice(0, from - start)}[${text.slice(from, to)}]${shown.slice(to - start)}`;
  }
  return shown;
}

test("the sentence with the question's words is shown", () => {
  const text = "Cars wait. Salt weakens the cables of the bridge. Boats pass.";
  expect(sentenceShown(text, "Why are the cables weak?")).toBe(
    "Salt [weakens] the [cables] of the bridge.",
  );
});

test("a word of the answer type is highlighted too", () => {
  const text = "The bridge is old. The bridge opened on 3 May 1931 to cars.";
  expect(sentenceShown(text, "When was the bridge opened?")).toBe(
    "The [bridge opened] on [3 May 1931] to cars.",
  );
});

test("the word itself counts more than another form of it", () => {
  expect(sentenceShown("A weakness. Weakened.", "weakened?")).toBe("[Weakened].");
});

test("without any word of the question the first sentence is shown", () => {
  expect(sentenceShown("Boats pass. Cars wait.", "Why?")).toBe("Boats pass.");
});
