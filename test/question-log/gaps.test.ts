import { expect, test } from "vitest";
import { gapsIn } from "../../src/question-log/gaps.ts";
import type { RatedAnswer, Rating } from "../../src/feedback/vote.ts";
import { sampleTrace } from "../support/sample-trace.ts";

let asked = 0;

/** A question that was not answered, by default. */
function answerTo(
  question: string,
  { kind = "not-covered", language = "en", rating }: Partial<AnswerFields> = {},
): RatedAnswer {
  asked += 1;
  const trace = sampleTrace({ id: `id${asked}`, question, kind, language });
  return { trace, ...(rating !== undefined && { rating }) };
}

type AnswerFields = { readonly kind: string; readonly language: string; readonly rating: Rating };

const questionsIn = (answers: readonly RatedAnswer[]) =>
  gapsIn(answers).map(({ question, wordings }) => [question, ...wordings]);

test("an answer without a bad vote is no gap", () => {
  const answers = [
    answerTo("How much is a ticket?", { kind: "answered" }),
    answerTo("How long does it take?", { kind: "answered", rating: "good" }),
    answerTo("hello", { kind: "small-talk" }),
  ];
  expect(gapsIn(answers)).toEqual([]);
});

test("missing, unsure and badly rated answers are counted as such", () => {
  const answers = [
    answerTo("Will there be a bar?"),
    answerTo("will there be a bar", { kind: "unsure", rating: "bad" }),
    answerTo("Is there a bar?", { kind: "answered", rating: "wrong-passage" }),
    answerTo("Is there a bar?", { kind: "unsure", rating: "good" }),
  ];
  expect(gapsIn(answers)).toMatchObject([
    {
      asked: 4,
      unanswered: 1,
      unsure: 2,
      votes: { bad: 1, "wrong-passage": 1, good: 1 },
      article: "harbour-ferry",
      shown: ["harbour-ferry/fares"],
    },
  ]);
});

test.each([
  ["near", { unanswered: 1, unsure: 0 }],
  ["closest", { unanswered: 0, unsure: 1 }],
  // From earlier versions.
  ["unsure", { unanswered: 0, unsure: 1 }],
  ["answered", { unanswered: 0, unsure: 1 }],
])("an unsure answer with the verdict %s is counted as %j", (verdict, counts) => {
  const trace = sampleTrace({ kind: "unsure", verdict });
  expect(gapsIn([{ trace }])).toMatchObject([counts]);
});

test.each([
  ["in other words", ["What is the price of a ticket?", "How much does a ticket cost?"]],
  ["with typos", ["will bitcoin go up?", "Will bitcon go up", "bitcoin go up"]],
  ["in other forms of the words", ["Were dogs allowed?", "Is a dog allowed?"]],
  ["without the question word", ["When is the strike?", "strike"]],
  ["of only a question word", ["when?", "When"]],
])("questions %s are one group", (_, questions) => {
  expect(questionsIn(questions.map((question) => answerTo(question)))).toHaveLength(1);
});

test.each([
  ["another kind of thing", ["When does the ferry leave?", "Where does the ferry leave?"]],
  ["another thing", ["Can I bring a dog?", "Can I bring a bicycle?"]],
  ["nothing in particular", ["when?", "why?"]],
  ["a word that only looks similar", ["How many horses are there?", "How many houses are there?"]],
])("questions for %s are two groups", (_, questions) => {
  expect(questionsIn(questions.map((question) => answerTo(question)))).toHaveLength(2);
});

test("other languages are grouped by their own words", () => {
  const answers = [
    answerTo("Скільки коштують квитки?", { language: "uk" }),
    answerTo("скільки коштує квиток", { language: "uk" }),
    answerTo("Можно взять собаку?", { language: "ru" }),
    answerTo("можно с собакой", { language: "ru" }),
  ];
  expect(questionsIn(answers).map((wordings) => wordings.length)).toEqual([2, 2]);
});

test("the largest group comes first, under its most frequent wording", () => {
  const answers = ["Can I bring a dog?", "Is there a bar?", "is a bar there", "Is there a bar?"];
  expect(questionsIn(answers.map((question) => answerTo(question)))).toEqual([
    ["Is there a bar?", "is a bar there"],
    ["Can I bring a dog?"],
  ]);
});
