import { expect, test } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import type { GoldenTurn } from "../../src/evaluation/golden-chat.ts";
import { judge } from "../../src/evaluation/judge.ts";
import { council, marlow } from "../search/sample.ts";
import { bridge, citationOf, falsified, passageAnswer, refusal } from "./sample-answers.ts";

function faultsIn(answer: Answer, expected: Partial<GoldenTurn>): readonly string[] {
  const turn = { line: 1, ask: "Why?", expect: ["answered" as const], passages: [], ...expected };
  return judge(turn, answer, bridge).faults;
}

function misattributionsIn(answer: Answer): readonly string[] {
  const turn = { line: 1, ask: "Why?", expect: [answer.kind], passages: [] };
  return judge(turn, answer, bridge).misattributions;
}

const rust = passageAnswer(citationOf("rust"));
const nearRust = passageAnswer(citationOf("rust"), "closest");
const notRust = passageAnswer(citationOf("rust"), "near");
const marlowsPoints: Answer = {
  kind: "points",
  person: marlow,
  article: bridge,
  points: [citationOf("rust"), citationOf("doubt")],
};
const menu: Answer = {
  kind: "menu",
  article: bridge,
  choices: [citationOf("rust"), citationOf("ferry"), citationOf("cost")],
  confidence: 1,
  nextQuestions: [],
};

test.each<[string, Answer, Partial<GoldenTurn>]>([
  ["the kind alone", rust, {}],
  ["one of several kinds", nearRust, { expect: ["not-covered", "unsure"] }],
  ["“does not seem to say” as a refusal", notRust, { expect: ["not-covered"] }],
  ["“does not seem to say” as unsure", notRust, { expect: ["unsure"], passages: ["rust"] }],
  ["one of several passages", rust, { passages: ["dates", "rust"], speaker: "marlow" }],
  ["a person's points", marlowsPoints, { expect: ["points"], person: "marlow" }],
  ["a menu with what it must hold", menu, { expect: ["menu"], passages: ["cost", "rust"] }],
  // If several kinds are right, an expectation applies only to the kinds it is about.
  ["a refusal, whatever passage", refusal, { expect: ["not-covered"], passages: ["rust"] }],
  ["points, whatever speaker", marlowsPoints, { expect: ["points"], speaker: "council" }],
  ["a passage, whatever person", rust, { person: "council" }],
])("right is %s", (_name, answer, expected) => {
  expect(faultsIn(answer, expected)).toEqual([]);
});

test.each<[Answer, Partial<GoldenTurn>, string[]]>([
  [nearRust, { expect: ["not-covered"] }, ["got unsure (rust), wanted not-covered"]],
  [refusal, { passages: ["rust"] }, ["got not-covered, wanted answered (rust)"]],
  [
    nearRust,
    { expect: ["answered", "points"], passages: ["rust", "dates"] },
    ["got unsure (rust), wanted answered or points (rust or dates)"],
  ],
  [
    rust,
    { passages: ["dates"], speaker: "council" },
    ["got answered (rust), wanted dates", "rust is said by marlow, wanted council"],
  ],
  [
    marlowsPoints,
    { expect: ["points"], person: "council" },
    ["got points (marlow), wanted council"],
  ],
  [
    menu,
    { expect: ["menu"], passages: ["rust", "doubt"] },
    ["doubt is not among rust, ferry, cost"],
  ],
  [menu, { passages: ["rust"] }, ["got menu (rust, ferry, cost), wanted answered (rust)"]],
])("a wrong answer is reported with the expected one", (answer, expected, faults) => {
  expect(faultsIn(answer, expected)).toEqual(faults);
});

test("a passage shown as written is attributed correctly", () => {
  expect(misattributionsIn(rust)).toEqual([]);
  expect(misattributionsIn(marlowsPoints)).toEqual([]);
  expect(misattributionsIn(refusal)).toEqual([]);
});

test.each([
  ["another speaker", { speaker: council }],
  ["another capacity", { speaker: { ...marlow, capacity: "the mayor" } }],
  ["another kind", { kind: "report" as const }],
  ["quotation marks of our own", { quoted: "direct" as const }],
  ["other words", { text: "Rust has weakened all cables." }],
])("a passage shown with %s is reported", (_name, changes) => {
  expect(misattributionsIn(passageAnswer(falsified("rust", changes)))).toEqual([
    "rust differs from bridge",
  ]);
});

test("a passage of another section or article is reported", () => {
  const [closure] = bridge.sections;
  const misplaced = { ...citationOf("doubt"), section: closure ?? citationOf("rust").section };
  expect(misattributionsIn(passageAnswer(misplaced))).toHaveLength(1);

  const foreign = { ...citationOf("rust"), article: { ...bridge, slug: "mill" } };
  expect(misattributionsIn(passageAnswer(foreign))).toHaveLength(1);
});

test("another person's passage among the points is reported", () => {
  const points = [citationOf("rust"), citationOf("cost")];
  expect(misattributionsIn({ ...marlowsPoints, points })).toEqual([
    "cost is shown as another person's point",
  ]);
});
