import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluateSquad } from "../../src/evaluation/evaluate-squad.ts";
import { parseSquad } from "../../src/evaluation/squad.ts";
import { squadTable } from "../../src/evaluation/squad-table.ts";

const json: unknown = JSON.parse(
  readFileSync(new URL("../fixtures/two-articles.squad.json", import.meta.url), "utf8"),
);

const set = parseSquad(json);

test("paragraphs become passages, and each question knows its passage", () => {
  const { articles, answerable, adversarial } = set;
  expect(articles.map((article) => article.title)).toEqual(["Old Bridge", "Tea"]);
  expect(answerable[0]).toEqual({
    article: "1-old-bridge",
    passage: "p1",
    question: "When was the bridge opened?",
    answers: [{ start: 25, end: 29 }],
  });
  expect(adversarial.map((asked) => asked.question)).toEqual(["Who paid the painters?"]);
});

test("easy questions are all answered correctly", () => {
  expect(evaluateSquad(set)).toMatchObject({
    questions: 5,
    precisionAt1: 100,
    recallAt3: 100,
    reciprocalRank: 100,
    sentenceAt1: 100,
    offTopicAuroc: 100,
  });
});

test("the table has a line for every figure", () => {
  const figures = evaluateSquad(set);
  expect(squadTable(figures).split("\n")).toHaveLength(Object.keys(figures).length + 2);
});

test("a file in another format is refused with the place of the mistake", () => {
  expect(() => parseSquad({ data: [{ title: 1 }] })).toThrow(/title/u);
});
