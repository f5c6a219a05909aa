import { expect, test } from "vitest";
import { prepareAnswers, type Outcome } from "../../../src/answer/answer-question.ts";
import { RANKING_FEATURES } from "../../../src/search/ranking/features.ts";
import { explainAnswer } from "../../../src/telegram/explanation/explain-answer.ts";
import { articlesIn } from "../../support/sample-bot.ts";

const answerQuestion = prepareAnswers(articlesIn("test/fixtures/articles"));

/** The explanation of the last of these messages, as one conversation. */
function explainChat(...messages: readonly string[]) {
  const [first = "", ...others] = messages;
  let outcome: Outcome = answerQuestion(first, {}, "harbour-ferry");
  for (const message of others) {
    outcome = answerQuestion(message, outcome.context, "harbour-ferry");
  }
  return { kind: outcome.answer.kind, ...explainAnswer(outcome) };
}

test.each([
  [
    ["How much is a ticket?"],
    "answered",
    "a question for a number",
    "fits the question best: it shares",
  ],
  [["Will bitcoin go up?"], "not-covered", "a question", "never uses “bitcoin”"],
  [
    ["How much is a ticket?", "who said that?"],
    "answered",
    "who says the passage shown last",
    "By rule",
  ],
  [["How much is a ticket?", "more"], "answered", "read on", "By rule"],
  [["What does Renn say?"], "points", "all that Tobias Renn says", "By rule: all passages"],
  [["Who is Renn?"], "person", "who Tobias Renn is", "By rule: how the article introduces"],
  [["dates?"], "overview", "the dates in the article", "By rule: it lists the dates"],
  [["where is this from?"], "source", "where the article comes from", "By rule"],
  [["thanks"], "small-talk", "thanks", "By rule: a fixed reply"],
  [["hello"], "small-talk", "a greeting", "By rule: a fixed reply"],
])("%j says in words how it was read and why the reply is %s", (chat, kind, readAs, because) => {
  const explained = explainChat(...chat);
  expect(explained.kind).toBe(kind);
  expect(explained.readAs.join(" ")).toContain(readAs);
  expect(explained.because.join(" ")).toContain(because);
});

test.each([
  [["How much is a ticket?"]],
  [["Will bitcoin go up?"]],
  [["What does Renn say?"]],
  [["dates?"]],
  [["How much is a ticket?", "more"]],
  [["hello"]],
  [["zzzz"]],
])("%j is explained without names of code, and without a share of nothing", (chat) => {
  const { readAs, because, passages, confidence } = explainChat(...chat);
  const reasons = passages.flatMap((passage) => passage.reasons.map(({ words }) => words));
  const text = [...readAs, ...because, ...reasons].join("\n");
  for (const name of RANKING_FEATURES.filter((feature) => /[A-Z]/u.test(feature))) {
    expect(text).not.toContain(name);
  }
  expect(text).not.toMatch(/\b0 (?:%|are)|undefined|\[object/u);
  expect(confidence).not.toBe(0);
});

test("each passage shows its own words, with what matches marked", () => {
  const { passages } = explainChat("How much is a ticket?");
  const [first] = passages;
  expect(first?.isShown).toBe(true);
  expect(first?.excerpt.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toContain(
    "ticket",
  );
  const excerpts = passages.map(({ excerpt }) => excerpt.map(({ text }) => text).join(""));
  expect(new Set(excerpts).size).toBe(excerpts.length);
  expect(Math.max(...excerpts.map((text) => text.length))).toBeLessThan(240);
});

test("a passage's reasons are in the words of the question, and add up to its score", () => {
  const { passages } = explainChat("How much is a tiket?");
  const [first] = passages;
  const total = first?.reasons.reduce((sum, { points }) => sum + points, 0) ?? 0;
  expect(Math.abs(total - (first?.score ?? 0))).toBeLessThan(0.5);
  expect(first?.reasons.map(({ words }) => words).join("\n")).toContain("“ticket”");
});

test("words that were corrected or are unknown say so", () => {
  expect(explainChat("How much is a tiket for bitcoin?").words).toEqual(
    expect.arrayContaining([
      { word: "tiket", note: "read as “ticket”" },
      { word: "bitcoin", note: "not in the article" },
    ]),
  );
});

test("words of another language say how they were read", () => {
  const article = articlesIn("test/fixtures/articles").filter(({ slug }) => slug === "corn-square");
  const outcome = prepareAnswers(article)(
    "Скільки автівок перетинає площу й криптогаманець басейну?",
  );
  expect(explainAnswer(outcome).words).toEqual([
    { word: "автівок", note: "read as “car”" },
    { word: "перетинає", note: "read as “cross”" },
    { word: "площу", note: "read as “square”" },
    { word: "криптогаманець", note: "not translated" },
    { word: "басейну", note: "read as “pool”, not in the article" },
  ]);
});

test("replies by rule have the passages that they show, and no figure", () => {
  const explained = explainChat("What does Renn say?");
  expect(explained).toMatchObject({ areCompared: false, words: [] });
  expect(explained.confidence).toBeUndefined();
  expect(explained.passages.length).toBeGreaterThan(0);
  expect(explained.passages.every(({ excerpt }) => (excerpt[0]?.text ?? "") !== "")).toBe(true);
});

test("a follow-up is shown in full, with the words that it takes over", () => {
  const { readAs } = explainChat("What does Renn say about tickets?", "what about him?");
  expect(readAs.join(" ")).toContain("In full: “");
});
