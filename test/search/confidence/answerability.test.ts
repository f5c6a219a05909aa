import { describe, expect, test } from "vitest";
import type { Answerability } from "../../../src/search/confidence/answerability-check.ts";
import {
  ANSWERABILITY_CHECKS,
  answerabilityOf,
} from "../../../src/search/confidence/answerability.ts";
import { scoreOf } from "../../../src/search/ranking/score.ts";
import { type Asked, matchQuestion } from "../match-question.ts";
import { marlow } from "../sample.ts";

type Check = keyof typeof ANSWERABILITY_CHECKS;

type Case = readonly [
  question: string,
  passages: Asked["passages"],
  result: Answerability,
  more?: Pick<Asked, "heading" | "background">,
];

/** A new check does not compile without a table here. */
const TABLES: Readonly<Record<Check, readonly Case[]>> = {
  matchesAnyTerm: [
    ["ferry?", ["A ferry."], "answers"],
    ["ferry?", ["Rust.", "A ferry."], "nothing"],
    ["ferry?", ["Rust."], "answers", { heading: "Ferry" }],
    ["ferry?", ["Rust.", "A ferry."], "nothing", { background: "rust" }],
    ["What?", ["Rust."], "nothing"],
  ],
  matchesMoreThanNames: [
    ["What did Marlow say of rust?", [{ text: "Rust.", speaker: marlow }], "answers"],
    ["What did Marlow say of rust?", [{ text: "Cars.", speaker: marlow }, "Rust."], "near"],
    ["What did Marlow say of bitcoin?", [{ text: "Cars.", speaker: marlow }], "elsewhere"],
    // "Say" is an everyday word, so nothing is missing.
    ["What did Marlow say?", [{ text: "Cars.", speaker: marlow }], "answers"],
    [
      "What did Marlow say of rust and bitcoin?",
      [{ text: "Cars.", speaker: marlow }, "Rust."],
      "near",
    ],
    ["What about rust?", ["Cars.", "Rust."], "near"],
    // What is missing weighs little beside the names found.
    [
      "Did Ines Marlow of the City Council cross the bridge?",
      [
        { text: "Ines Marlow of the City Council.", speaker: marlow },
        "A bridge.",
        "A bridge.",
        "A bridge.",
      ],
      "answers",
    ],
  ],
  usesEveryName: [
    ["Does the ferry reach Pelly?", ["The ferry reaches Pelly."], "answers"],
    ["Does the ferry reach Pelly?", ["The ferry."], "near"],
    ["Does the ferry reach Pelly?", ["The ferry.", "Pelly."], "answers"],
    ["Does the ferry reach the USA?", ["The ferry."], "answers"],
    ["Does the ferry reach Palestine?", ["The Palestinian ferry."], "answers"],
    ["Does the ferry reach bitcoin?", ["The ferry."], "answers"],
  ],
  hasTimeOrNumber: [
    ["When does the ferry leave?", ["The ferry leaves in May."], "answers"],
    ["When does the ferry leave?", ["The ferry leaves after rain."], "answers"],
    ["When does the ferry leave?", ["The ferry leaves."], "near"],
    ["When does the ferry leave?", ["The ferry takes forty cars."], "near"],
    ["How many cars?", ["Forty cars."], "answers"],
    ["How many cars?", ["Cars in May."], "near"],
    ["How long does it rust?", ["It rusts for forty months."], "answers"],
    ["How long does it rust?", ["It rusts in May."], "answers"],
    ["How long does it rust?", ["It rusts after rain."], "near"],
    ["Who runs the ferry?", ["Somebody runs the ferry."], "answers"],
  ],
  coversHalf: [
    ["When ferry, rust?", ["Rust in May.", "A ferry."], "answers"],
    ["When ferry, rust, salt?", ["The ferry in May.", "Rust, salt."], "near"],
    ["When does the ferry leave?", ["The ferry leaves in May."], "answers"],
    [
      "When does the ferry pass rust, salt and cables?",
      ["The ferry in May.", "Rust, salt, cables."],
      "near",
    ],
    [
      "Who passes rust, salt and cables on the ferry?",
      ["The ferry.", "Rust, salt, cables."],
      "answers",
    ],
    ["When rust?", ["In May.", "Rust."], "answers", { heading: "Rust" }],
    ["When rust?", ["A ferry in May.", "Rust."], "near", { background: "ferry" }],
  ],
  hasWhatIsListed: [
    ["Name all twelve ferries", ["Twelve ferries sail."], "near"],
    [
      "list the three ferries please",
      ["The Plover, the Tern and the Gull are ferries."],
      "answers",
    ],
    ["Which two ferries rust?", ["The ferries Plover and Tern rust."], "answers"],
    ["Which twelve ferries rust?", ["Twelve ferries rust."], "near"],
    ["Name the ferry", ["The ferry Plover sails."], "answers"],
    ["Which ferries rust?", ["Twelve ferries rust."], "answers"],
  ],
  hasWhatIsCounted: [
    ["How many cars take the ferry?", ["The ferry takes forty cars."], "answers"],
    ["How many cars take the ferry?", ["The ferry takes forty people.", "Cars."], "near"],
    ["How many of the cars take the ferry?", ["The ferry takes forty people.", "Cars."], "near"],
    ["How old is the ferry?", ["The ferry takes forty people."], "near"],
    ["How old is the ferry?", ["The ferry is forty years old."], "answers"],
    ["How much does the ferry cost?", ["The ferry takes forty people."], "answers"],
    ["When do cars take the ferry?", ["The ferry leaves in May."], "answers"],
  ],
};

function firstFor(asked: Asked) {
  const { compiled, first: indexed, matches, features } = matchQuestion(asked);
  return { compiled, first: { indexed, matches, features, score: scoreOf(features) } };
}

describe.each(Object.entries(TABLES))("%s", (name, cases) => {
  const check = new Map(Object.entries(ANSWERABILITY_CHECKS)).get(name);

  test.each(cases.map((one) => ({ one, name: `${one[0]} → ${one[2]}` })))(
    "$name",
    ({ one: [question, passages, result, more = {}] }) => {
      const { compiled, first } = firstFor({ question, passages, ...more });
      expect(check?.(first, compiled)).toBe(result);
    },
  );
});

test.each([
  ["Who runs the ferry?", ["The ferry is run by Pelly."], "answers"],
  ["When does the ferry leave Pelly?", ["The ferry."], "near"],
  ["When did Marlow mention bitcoin?", [{ text: "Cars.", speaker: marlow }], "elsewhere"],
  ["When is bitcoin?", ["The ferry."], "nothing"],
] as const)("the worst of all checks counts: %s %j → %s", (question, passages, result) => {
  const { compiled, first } = firstFor({ question, passages });
  expect(answerabilityOf(first, compiled)).toBe(result);
});

test("without any passage there is nothing to answer with", () => {
  const { compiled } = firstFor({ question: "bitcoin?", passages: ["The ferry."] });
  expect(answerabilityOf(undefined, compiled)).toBe("nothing");
});
