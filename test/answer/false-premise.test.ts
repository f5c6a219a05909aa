import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";

const parsed = parseArticle(
  `---
title: The tower clock
source: { publisher: post }
people:
  post: { name: The Evening Post, capacity: newspaper }
  lund: { name: Ada Lund, capacity: clockmaker, aliases: [the clockmaker] }
  voss: { name: Emil Voss, capacity: mayor, aliases: [the mayor] }
---

The mayor thanked Ada Lund on Friday because she repaired the tower clock. {#thanks}

Snow fell on the market for three days. {#snow}

The clock will run for a hundred years. {#years by=lund kind=opinion}

The repair cost nine hundred crowns. {#cost by=voss kind=announcement}
`,
  "clock.md",
);
const answerQuestion = prepareAnswers(parsed.kind === "parsed" ? [parsed.article] : []);

test.each([
  ["When did the mayor thank the clockmaker?", "answered"],
  ["Why did Emil Voss thank Ada Lund?", "answered"],
  ["When did the clockmaker thank the mayor?", "unsure"],
  ["Why did Ada Lund thank Emil Voss?", "unsure"],
  ["Why did the mayor sack Ada Lund?", "unsure"],
  ["Why did Ada Lund promise that the clock will run for a hundred years?", "unsure"],
])("an answer does not reverse who did what to whom: %s", (question, kind) => {
  expect(answerQuestion(question).answer.kind).toBe(kind);
});

test.each([
  ["Does Ada Lund think that the clock will run for a hundred years?", "years"],
  ["What did the mayor say about the cost of the repair?", "cost"],
])("a question to the person who said it is answered: %s", (question, passage) => {
  expect(answerQuestion(question).answer).toMatchObject({ passage: { id: passage } });
});

test.each([
  "Why does the mayor think that the clock will run for a hundred years?",
  "When did Ada Lund say that the repair cost nine hundred crowns?",
])("nobody is credited with another person's words: %s", (question) => {
  expect(answerQuestion(question).answer).toMatchObject({
    kind: "unsure",
    verdict: "near",
    notSaidBy: { id: expect.any(String) },
  });
});
