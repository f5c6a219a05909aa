import { expect, test } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import type { AnswerQuestion } from "../../src/answer/answer-question.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { searchText } from "../support/search-text.ts";
import { goldenTable } from "../../src/cli/golden-table.ts";
import { evaluateGolden } from "../../src/evaluation/evaluate-golden.ts";
import type { GoldenChat, GoldenTurn } from "../../src/evaluation/golden-chat.ts";
import { bridge, citationOf, falsified, passageAnswer, refusal } from "./sample-answers.ts";
import { council } from "../search/sample.ts";

const intent = { kind: "passage" } as const;
const findings = searchText(indexPassages([bridge]), "");

/** Answers "again" with what was answered before, anything else by the table. */
function answererOf(answers: Readonly<Record<string, Answer>>): AnswerQuestion {
  return (question, context = {}) => {
    const asked = question === "again" ? (context.question ?? "") : question;
    const answer = answers[asked] ?? refusal;
    return {
      question,
      answer,
      context: { question: asked },
      corrections: [],
      findings,
      language: "en",
      intent,
      asked,
    };
  };
}

function evaluate(chats: readonly GoldenChat[], answers: Readonly<Record<string, Answer>>) {
  const set = { file: "content/bridge.questions.yaml", article: bridge, chats };
  return evaluateGolden(set, answererOf(answers));
}

function turn(ask: string, line: number, expected: Partial<GoldenTurn> = {}): GoldenTurn {
  return { ask, line, expect: ["answered"], passages: [], ...expected };
}

const rust = passageAnswer(citationOf("rust"));

test("a chat carries its context from turn to turn, but not to other chats", () => {
  const chats = [
    { kind: "follow-up", turns: [turn("why?", 1), turn("again", 2)] },
    { kind: "follow-up", turns: [turn("again", 3)] },
  ];
  const figures = evaluate(chats, { "why?": rust });
  expect(figures.wrong.map(({ line }) => line)).toEqual([3]);
});

test("every turn counts once, by kind and in total", () => {
  const chats = [
    { kind: "direct", turns: [turn("why?", 1)] },
    { kind: "direct", turns: [turn("when?", 2, { passages: ["dates"] })] },
    { kind: "follow-up", turns: [turn("why?", 3), turn("again", 4)] },
  ];
  const figures = evaluate(chats, { "why?": rust });
  expect(figures).toMatchObject({ right: 3, total: 4, misattributed: [], offTopicShown: [] });
  expect([...figures.byKind]).toEqual([
    ["direct", { right: 1, total: 2 }],
    ["follow-up", { right: 2, total: 2 }],
  ]);
});

test("a wrong speaker makes an answer wrong even if all else is right", () => {
  const answers = { "why?": passageAnswer(falsified("rust", { speaker: council })) };
  const figures = evaluate([{ kind: "direct", turns: [turn("why?", 1)] }], answers);
  expect(figures).toMatchObject({ right: 0, misattributed: [{ ask: "why?" }] });
});

test("a passage shown off topic is counted even if a guess was expected", () => {
  const asked = turn("best phone?", 1, { expect: ["unsure"] });
  const answers = { "best phone?": passageAnswer(citationOf("rust"), "closest") };
  const figures = evaluate([{ kind: "off-topic", turns: [asked] }], answers);
  expect(figures).toMatchObject({ right: 1, offTopicShown: [{ ask: "best phone?" }] });
});

test("the table has figures by kind, and the line and reason of each wrong answer", () => {
  const chats = [
    { kind: "direct", turns: [turn("why?", 7)] },
    { kind: "typo", turns: [turn("wen?", 9, { passages: ["dates"] })] },
  ];
  expect(goldenTable(evaluate(chats, { "why?": rust }))).toBe(
    `bridge
kind    right  total
direct      1      1  100.0%
typo        0      1    0.0%
all         1      2   50.0%
shown with a wrong speaker: 0
off topic but answered with a passage: 0
content/bridge.questions.yaml:9: typo “wen?”: got not-covered, wanted answered (dates)`,
  );
});
