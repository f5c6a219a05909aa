import { describe, expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Context, MessageAnswer } from "../../src/answer/answer.ts";
import { articlesIn } from "../support/sample-bot.ts";

const answerQuestion = prepareAnswers(articlesIn("test/fixtures/articles"));

/** The outcome of the last of these turns in a chat about the square. */
function talk(...turns: string[]): { readonly answer: MessageAnswer; readonly context: Context } {
  let context: Context = {};
  let answer: MessageAnswer = {
    kind: "small-talk",
    topic: "no-words",
    articles: [],
    nextQuestions: [],
  };
  for (const turn of turns) ({ answer, context } = answerQuestion(turn, context, "corn-square"));
  return { answer, context };
}

describe("a list", () => {
  const LIST = "the engineer's points";
  test.each([
    ["the second one", "detour"],
    ["2", "detour"],
    ["number three please", "bench"],
    ["the last", "bench"],
    ["and the first?", "traffic"],
    ["tell me more about the 2nd point", "detour"],
  ])("%j picks from the list", (pick, passage) => {
    expect(talk(LIST, pick).answer).toMatchObject({ kind: "answered", passage: { id: passage } });
  });

  test("the list stays open while the reader looks at passages of it", () => {
    expect(talk(LIST, "the third one", "the previous one").answer).toMatchObject({
      passage: { id: "detour" },
    });
    expect(talk(LIST, "the first one", "next").answer).toMatchObject({ passage: { id: "detour" } });
  });

  test("another answer closes the list", () => {
    expect(talk(LIST, "How did the council vote?").context.listed).toEqual([]);
  });

  test("a number beyond the list picks nothing", () => {
    expect(talk(LIST, "the ninth one").answer.kind).not.toBe("answered");
  });
});

describe("a yes", () => {
  test.each(["yes", "Yes please!", "sure", "ok, go ahead"])(
    "%j asks the suggested question",
    (yes) => {
      const { answer, context } = talk("How did the council vote?");
      const [suggested] = "nextQuestions" in answer ? answer.nextQuestions : [];
      expect(suggested).toBeDefined();
      expect(answerQuestion(yes, context, "corn-square").answer).toEqual(
        answerQuestion(suggested ?? "", context, "corn-square").answer,
      );
    },
  );

  test("without a suggested question, it is small talk", () => {
    expect(talk("yes").answer).toMatchObject({ kind: "small-talk" });
  });
});

describe("a correction", () => {
  test.each([
    ["who is the mayor", "no, I meant the baker", { kind: "person", person: { id: "haddadi" } }],
    [
      "What does the mayor say about the garage?",
      "sorry, i meant Pym",
      { kind: "answered", passage: { id: "garage" } },
    ],
    [
      "how did the council vote?",
      "I meant when does the trial begin",
      { kind: "answered", passage: { id: "start" } },
    ],
  ])("after %j, %j asks again", (question, correction, expected) => {
    expect(talk(question, correction).answer).toMatchObject(expected);
  });
});

describe("the same question about another", () => {
  test.each([
    ["the mayor's main points", "and Pym?", { kind: "points", person: { id: "pym" } }],
    ["who is Wieland", "and what about the baker?", { kind: "person", person: { id: "haddadi" } }],
    ["What does Pym say about trade?", "and on parking?", { passage: { id: "garage" } }],
    [
      "What does Pym say about trade?",
      "and about the lime trees?",
      { kind: "not-covered", reason: "not-said-by", person: { id: "pym" } },
    ],
    // "What about" may just as well open a new topic.
    ["What does Pym say about trade?", "what about the lime trees?", { passage: { id: "money" } }],
  ])("after %j, %j", (question, other, expected) => {
    expect(talk(question, other).answer).toMatchObject(expected);
  });
});

describe("a question word alone", () => {
  test("is asked of the last passage shown", () => {
    expect(talk("Will they plant trees?", "how many?").answer).toMatchObject({
      kind: "answered",
      passage: { id: "money" },
      confidence: 1,
    });
  });

  test("gets that passage as near if it does not say", () => {
    expect(talk("Will they plant trees?", "why?").answer).toMatchObject({
      kind: "unsure",
      verdict: "near",
      passage: { id: "money" },
    });
  });
});

describe("an indirect question is answered like a direct one", () => {
  test.each([
    "Can you tell me how the council voted?",
    "I'd like to know how the council voted, please",
    "pls tell me how the council voted",
    "do you know how the council voted?",
    "i was wondering how the council voted",
  ])("%j", (question) => {
    expect(talk(question).answer).toEqual(talk("how the council voted").answer);
  });
});

test("an answered question is not suggested again while others are left", () => {
  const { answer } = talk("When does the trial begin?", "How did the council vote?");
  const suggested = "nextQuestions" in answer ? answer.nextQuestions : [];
  expect(suggested.length).toBeGreaterThan(0);
  const { context } = talk("When does the trial begin?");
  for (const question of suggested) {
    expect(talk(question).answer).not.toMatchObject({ passage: { id: context.passage } });
  }
});

test("a new topic leaves the context", () => {
  const topics = ["What does Pym say about trade?", "and until when may vans deliver?"];
  expect(talk(...topics).answer).toMatchObject({ kind: "answered", passage: { id: "deliveries" } });
});
