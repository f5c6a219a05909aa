import { describe, expect, test } from "vitest";
import {
  answersFrom,
  type AnswerInSteps,
  type Outcome,
  partsOf,
  type SingleOutcome,
} from "../../src/answer/answer-question.ts";
import { openArchiveSource } from "../../src/answer/archive-source.ts";
import { answererFrom } from "../../src/answer/candidate-source.ts";
import { shownPassages } from "../../src/answer/shown-passages.ts";
import { runSteps, type Steps } from "../../src/languages/steps.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { archiveOf } from "../support/archive-of.ts";
import { articlesIn } from "../support/sample-bot.ts";

const ARTICLES = articlesIn("test/fixtures/articles");

const QUESTIONS = [
  "How did the council vote?",
  "What does Pym say about parking?",
  "Who says that the garage is half empty?",
  "How many trees will they plant? And who opposed it?",
  "Wieland",
  "the engineer's points",
  "what did the mayor say about the ferry last week",
  "who said what about the square?",
  "What is this article about?",
  "Will bitcoin go up?",
  "Хто голосував проти?",
  "hello",
];

function open(): AnswerInSteps {
  return answersFrom(ARTICLES, indexPassages(ARTICLES)).answerInSteps;
}

/** One step of each by turns. */
function runTogether(all: readonly Steps<Outcome>[]): readonly (Outcome | undefined)[] {
  const outcomes = all.map((): Outcome | undefined => undefined);
  const running = new Map(all.entries());
  while (running.size > 0) {
    for (const [at, steps] of running) {
      const { done, value } = steps.next();
      if (!done) continue;
      outcomes[at] = value;
      running.delete(at);
    }
  }
  return outcomes;
}

function partOf({ answer, context, corrections, language, findings }: SingleOutcome) {
  const passages = shownPassages(answer).map(({ article, passage, ...shown }) => [
    `${article.slug}/${passage.id}`,
    "snippet" in shown ? shown.snippet : undefined,
  ]);
  const nextQuestions = "nextQuestions" in answer ? answer.nextQuestions : [];
  const hits = findings.hits.map(({ passage, score }) => [passage.id, score]);
  const { confidence, verdict } = findings;
  return {
    kind: answer.kind,
    passages,
    nextQuestions,
    context,
    corrections,
    language,
    hits,
    confidence,
    verdict,
  };
}

/** All that a reader sees or the next question depends on. */
function toldIn(outcome: Outcome | undefined) {
  return outcome && partsOf(outcome).map(partOf);
}

describe.each([
  ["of all articles", undefined],
  ["of one", "corn-square"],
])("questions %s", (_which, within) => {
  test("are answered in many steps", () => {
    const counts = QUESTIONS.map((question) => [...open()(question, {}, within)].length);
    expect(Math.max(...counts)).toBeGreaterThan(20);
    expect(Math.min(...counts)).toBeGreaterThan(2);
  });

  test("have the same answers with others in between", () => {
    const [alone, together] = [open(), open()];
    const expected = QUESTIONS.map((question) => runSteps(alone(question, {}, within)));
    const outcomes = runTogether(QUESTIONS.map((question) => together(question, {}, within)));
    expect(outcomes.map(toldIn)).toEqual(expected.map(toldIn));
  });
});

test("an archive's questions have the same answers with others in between", async () => {
  const archive = archiveOf(ARTICLES);
  const alone = answererFrom(openArchiveSource(archive));
  const waiting: (() => void)[] = [];
  // A step of each question that waits for its turn.
  const together = answererFrom(openArchiveSource(archive), async (steps) => {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  });
  const over = new AbortController();
  const answering = Promise.all(QUESTIONS.map(async (question) => together(question))).finally(() =>
    over.abort(),
  );
  while (!over.signal.aborted) {
    for (const go of waiting.splice(0)) go();
    await new Promise(setImmediate);
  }
  const expected: Outcome[] = [];
  for (const question of QUESTIONS) expected.push(await alone(question));
  expect((await answering).map(toldIn)).toEqual(expected.map(toldIn));
});
