import { expect, test } from "vitest";
import { answersFrom, prepareAnswers } from "../../src/answer/answer-question.ts";
import { createAnswerLine, createConversations } from "../../src/cli/answer-line.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { searchConcluding } from "../support/sample-bot.ts";
import { bridgeArticle, samplePassage } from "../search/sample.ts";

const articles = [bridgeArticle(), bridgeArticle({ slug: "old-mill-2023" })];
const answerQuestion = prepareAnswers(articles);

function answerTo(line: object, only?: string) {
  return createAnswerLine(articles, answerQuestion, only)(JSON.stringify(line));
}

test.each(["b", 7, 0, "", null])("the id %j is returned unchanged", (id) => {
  expect(answerTo({ id, question: "ferry" })).toMatchObject({ id, kind: "answered" });
});

test("a line without an id is answered with id null", () => {
  expect(answerTo({ question: "ferry" })).toMatchObject({ id: null, kind: "answered" });
});

test("null counts as absent, and unknown keys are ignored", () => {
  const line = { id: 1, question: "ferry", article: null, conversation: null, gold: ["ferry"] };
  expect(answerTo(line)).toMatchObject({ kind: "answered" });
});

function articlesRanked(line: ReturnType<typeof answerTo>): Set<string> {
  return new Set("ranked" in line ? line.ranked.map(({ article }) => article) : []);
}

test.each(["old-mill-2023", "Old_Mill_2023", "content/old mill 2023.md"])(
  "%s names an article",
  (article) => {
    const line = answerTo({ question: "twenty minutes", article }, "bridge");
    expect(articlesRanked(line)).toEqual(new Set(["old-mill-2023"]));
  },
);

test("a line that names no article searches the default one", () => {
  const line = answerTo({ question: "twenty minutes" }, "bridge");
  expect(articlesRanked(line)).toEqual(new Set(["bridge"]));
});

test("a menu is reported as `unsure`, with every passage it offers", () => {
  const passages = ["slow in winter", "cold in autumn", "wild in spring"].map((how, number) =>
    samplePassage(`p${number}`, `The crossing is ${how}.`),
  );
  const ferry = [bridgeArticle({ sections: [{ id: "only", heading: "", passages }] })];
  const answers = answersFrom(ferry, indexPassages(ferry), { search: searchConcluding("closest") });
  const answerLine = createAnswerLine(ferry, answers.answerQuestion, undefined);
  const line = answerLine(JSON.stringify({ question: "what about the crossing?" }));
  expect(line).toMatchObject({ kind: "unsure" });
  expect("passages" in line && line.passages.length).toBeGreaterThan(2);
});

test("a question outside a conversation has no access to it", () => {
  const answerLine = createAnswerLine(articles, answerQuestion, "bridge");
  const ask = (question: string, conversation?: string | number) =>
    answerLine(JSON.stringify({ question, conversation }));
  const cables = { kind: "answered", passages: [{ id: "rust", speaker: "marlow" }] };

  expect(ask("What has weakened the cables?", 1)).toMatchObject(cables);
  expect(ask("who says that?", "1")).not.toMatchObject(cables);
  expect(ask("who says that?")).not.toMatchObject(cables);
  expect(ask("who says that?", 1)).toMatchObject(cables);
});

test.each([
  ["how long?", null, /^this line is not JSON: write one object a line, as \{"id": 1/u],
  ["[1]", null, /^this line is not an object: write it as \{"id": 1/u],
  ['{"id": "q1"}', "q1", /^`question` has to be a text: write it as/u],
  ['{"id": {}, "question": "ferry"}', null, /^`id` has to be a text or a number/u],
  ['{"id": 2, "question": "ferry", "conversation": []}', 2, /^`conversation` has to be a text or/u],
  ['{"id": 3, "question": "ferry", "article": 5}', 3, /^`article` has to be a text: a slug or/u],
  [
    '{"id": 4, "question": "ferry", "article": "mill"}',
    4,
    /^there is no article `mill`: the known ones are bridge, old-mill-2023$/u,
  ],
])("%s is answered with the way out", (line, id, error) => {
  const answerLine = createAnswerLine(articles, answerQuestion);
  expect(answerLine(line)).toEqual({ id, error: expect.stringMatching(error) });
});

test("past the limit, the least recently used conversation is forgotten", () => {
  const { contextOf, remember } = createConversations(2);
  remember("a", { passage: "p1" });
  remember("b", { passage: "p2" });
  remember("a", { passage: "p3" });
  remember("c", { passage: "p4" });
  expect(["a", "b", "c"].map((id) => contextOf(id)?.passage)).toEqual(["p3", undefined, "p4"]);
});
