import { expect, test } from "vitest";
import { parseGoldenQuestions } from "../../src/evaluation/golden-questions.ts";
import { formatDiagnostic } from "../../src/article/diagnostic.ts";
import { bridgeArticle } from "../search/sample.ts";

function parse(yaml: string) {
  return parseGoldenQuestions(yaml, "bridge.questions.yaml", bridgeArticle());
}

function mistakesIn(yaml: string): string[] {
  const golden = parse(yaml);
  return golden.kind === "faulty" ? golden.diagnostics.map(formatDiagnostic) : [];
}

test("a single question is a chat of one turn", () => {
  const golden = parse(`
# why it closes
- { ask: "Why?", kind: direct, expect: answered, passage: rust, speaker: marlow }
- { ask: "Who?", kind: person, expect: [person, points], person: council }
`);
  expect(golden).toEqual({
    kind: "parsed",
    chats: [
      {
        kind: "direct",
        turns: [
          { line: 3, ask: "Why?", expect: ["answered"], passages: ["rust"], speaker: "marlow" },
        ],
      },
      {
        kind: "person",
        turns: [
          { line: 4, ask: "Who?", expect: ["person", "points"], passages: [], person: "council" },
        ],
      },
    ],
  });
});

test("each turn of a chat has its line", () => {
  const golden = parse(`- kind: follow-up
  turns:
    - { ask: "Why?", expect: answered, passage: [rust, dates] }
    - { ask: "", expect: small-talk }
`);
  const chats = golden.kind === "parsed" ? golden.chats : [];
  expect(chats[0]?.turns.map(({ line, passages }) => [line, passages])).toEqual([
    [3, ["rust", "dates"]],
    [4, []],
  ]);
});

test("a file without questions is an empty list", () => {
  expect(parse("# to be written\n")).toEqual({ kind: "parsed", chats: [] });
});

test.each([
  [
    "- { ask: Why?, kind: direct, expect: answerd }",
    /:1: `expect` has to be one of answered, uns/u,
  ],
  ["- { ask: Why?, kind: direct, expect: [] }", /:1: `expect` is empty/u],
  [
    "- ask: Why?\n  kind: gap\n  expect:",
    /:3: `expect` is still to be filled in: one of answered/u,
  ],
  ["- { ask: Why?, kind: direct }", /:1: `expect` has to be one of answered, unsure/u],
  ["- { kind: direct, expect: answered }", /:1: `ask` has to be a text: what the reader writes/u],
  ["- { ask: Why?, expect: answered }", /:1: `kind` has to be a text/u],
  ["- kind: direct\n  ask: Why?\n  expects: answered", /:1: .*\n.*:1: `expects` is unknown/u],
  ["- kind: direct\n  turns:\n    - ask: Why?\n      expect: 5", /:4: `expect` has to be one of/u],
  ["- kind: direct\n  turns: []", /:2: `turns` is empty/u],
  ["\n- Why?", /:2: this is not a question: write `ask`, `kind` and `expect`/u],
  ["ask: Why?", /:1: this is not a list: begin every question with `- `/u],
  ["- { ask: Why?\n- {", /:\d: bad YAML: /u],
])("%j is reported", (yaml, mistakes) => {
  expect(mistakesIn(yaml).join("\n")).toMatch(mistakes);
});

test("all unknown ids are reported at once", () => {
  const yaml = `
- { ask: "Why?", kind: direct, expect: answered, passage: [rust, dust], speaker: nobody }
- { ask: "Who?", kind: person, expect: person, person: somebody }
`;
  expect(mistakesIn(yaml)).toEqual([
    "bridge.questions.yaml:2: passage `dust` is not in the article: correct the id",
    "bridge.questions.yaml:2: person `nobody` is not in the article: correct the id",
    "bridge.questions.yaml:3: person `somebody` is not in the article: correct the id",
  ]);
});
