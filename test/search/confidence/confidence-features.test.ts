import { describe, expect, test } from "vitest";
import {
  type ConfidenceFeature,
  confidenceFeaturesOf,
} from "../../../src/search/confidence/confidence-features.ts";
import { rank, type RankedPassage } from "../../../src/search/ranking/ranking.ts";
import { type Asked, matchQuestion } from "../match-question.ts";

type Found = ReturnType<typeof matchQuestion> & {
  readonly ranked: readonly RankedPassage[];
  readonly w: (...words: readonly string[]) => number;
};

type Case = readonly [
  name: string,
  question: string,
  passages: Asked["passages"],
  value: number | ((found: Found) => number),
  more?: Pick<Asked, "heading" | "background">,
];

function score({ ranked }: Found, at: number): number {
  return ranked[at]?.score ?? 0;
}

/** A new feature does not compile without a table here. */
const TABLES: Readonly<Record<ConfidenceFeature, readonly Case[]>> = {
  exactSentence: [
    ["every term in one sentence", "ferry bridge?", ["The ferry passes the bridge."], 1],
    [
      "one of two terms",
      "ferry bridge?",
      ["A ferry.", "Rust."],
      ({ w }) => w("ferry") / w("ferry", "bridge"),
    ],
    ["nothing found", "ferry?", ["Rust."], 0],
    ["background does not push it over 1", "rust?", ["A rust ferry."], 1, { background: "ferry" }],
  ],
  unknown: [
    ["every term is known", "ferry?", ["A ferry.", "Rust."], 0],
    [
      "a word that the articles lack",
      "ferry bitcoin?",
      ["A ferry.", "Rust."],
      ({ w }) => w("bitcoin") / w("ferry", "bitcoin"),
    ],
    ["nothing is known", "bitcoin?", ["A ferry."], 1],
  ],
  unknownNames: [
    ["a known name", "Does the ferry reach Pelly?", ["The ferry reaches Pelly."], 0],
    ["one unknown name", "Does the ferry reach Pelly?", ["The ferry."], 0.5],
    ["two are as bad as three", "Do Pelly, Quorn and Vang know the ferry?", ["The ferry."], 1],
    ["an unknown common word", "Does the ferry reach bitcoin?", ["The ferry."], 0],
  ],
  margin: [
    ["nothing found", "ferry?", ["Rust."], 0],
    [
      "the score over the second",
      "ferry bridge?",
      ["The ferry, the bridge.", "The bridge, cars. The ferry."],
      (found) => (score(found, 0) - score(found, 1)) / 4,
    ],
    ["a clear lead is 1", "rust ferry bridge?", ["The rust ferry bridge.", "Rust."], 1],
    ["equal passages", "ferry?", ["A ferry.", "A ferry."], 0],
  ],
  softmax: [
    ["nothing found", "ferry?", ["Rust."], 0],
    ["a single passage", "ferry?", ["A ferry.", "Rust."], 1],
    ["equal passages", "ferry?", ["A ferry.", "A ferry."], 0.5],
  ],
  matchedWeight: [
    [
      "a third of the weight found",
      "ferry bridge?",
      ["A ferry.", "Rust."],
      ({ w }) => w("ferry") / 3,
    ],
    ["nothing found", "ferry?", ["Rust."], 0],
    [
      "many terms are at most 1",
      "rust ferry bridge cable salt repair tunnel harbour?",
      ["The rust, ferry, bridge, cable, salt, repair, tunnel and harbour.", "Cars."],
      1,
    ],
  ],
  proximity: [
    [
      "adjacent terms",
      "rust bridge?",
      ["The rust bridge."],
      ({ w }) => Math.min(w("rust"), w("bridge")) / w("rust", "bridge"),
    ],
    ["terms in different passages", "rust bridge?", ["Rust.", "A bridge."], 0],
    ["nothing found", "ferry?", ["Rust."], 0],
    ["many close pairs are at most 1", "rust salt bridge ferry?", ["Rust salt bridge ferry."], 1],
  ],
  queryLength: [
    ["one term", "ferry?", ["A ferry."], 0.1],
    ["background does not count", "ferry?", ["A ferry, rust."], 0.1, { background: "rust" }],
    [
      "ten are as long as twelve",
      "red green blue black white grey pink rust ferry bridge cable salt?",
      ["A ferry."],
      1,
    ],
  ],
  asksAnswerType: [
    ["a time", "When does the ferry leave?", ["A ferry."], 1],
    ["anything", "ferry?", ["A ferry."], 0],
    ["a manner shows in no word", "How does the ferry leave?", ["A ferry."], 0],
  ],
  hasAnswerType: [
    ["a time", "When does the ferry leave?", ["The ferry leaves in May."], 1],
    ["a reason", "Why does the ferry leave?", ["The ferry leaves because it rusts."], 1],
    ["none", "When does the ferry leave?", ["The ferry leaves."], 0],
    ["nothing found", "When does the ferry leave?", ["Rust."], 0],
  ],
  missingNames: [
    ["a name found", "Does the ferry reach Pelly?", ["The ferry reaches Pelly."], 0],
    [
      "a name missing",
      "Does the ferry reach Pelly?",
      ["The ferry reaches it.", "Pelly."],
      ({ w }) => w("Pelly") / w("ferry", "reach", "Pelly"),
    ],
    ["a common word missing", "Does the ferry reach it?", ["The ferry.", "reach"], 0],
  ],
  generalIdf: [
    ["everything found", "ferry bridge?", ["The ferry, the bridge."], 1],
    [
      "cubes of the idf in the language",
      "ferry bridge?",
      ["A ferry.", "Rust."],
      ({ termOf }) => {
        const [ferry, bridge] = [termOf("ferry").general ** 3, termOf("bridge").general ** 3];
        return ferry / (ferry + bridge);
      },
    ],
    ["nothing asked", "What?", ["A ferry."], 0],
  ],
  topic: [
    [
      "a term in every passage is the topic",
      "ferry?",
      ["A ferry.", "A ferry."],
      (found) => {
        const { general, local } = found.termOf("ferry");
        return general ** 2 * (1 - local);
      },
    ],
    ["nothing found", "ferry?", ["Rust."], 0],
    [
      "many topics are at most 1",
      "rust ferry bridge cable salt repair?",
      [
        "The rust, ferry, bridge, cable, salt and repair.",
        "Rust, ferry, bridge, cable, salt, repair.",
        "Rust, ferry, bridge, cable, salt, repair.",
      ],
      1,
    ],
  ],
  unknownCount: [
    ["half of the terms", "ferry bitcoin?", ["A ferry."], 0.5],
    ["none", "ferry?", ["A ferry."], 0],
    ["no terms at all", "What?", ["A ferry."], 0],
  ],
  rarestMissing: [
    ["nothing missing", "ferry?", ["A ferry."], 0],
    [
      "the highest idf in the language",
      "rust salt ferry bridge?",
      ["Rust and salt.", "A ferry.", "A bridge."],
      ({ termOf }) => Math.max(termOf("ferry").general, termOf("bridge").general),
    ],
    [
      "missing background does not count",
      "ferry?",
      ["A ferry.", "Rust."],
      0,
      { background: "rust" },
    ],
  ],
  corrected: [
    ["no typo", "ferry?", ["A ferry."], 0],
    ["one typo", "brigde?", ["A bridge."], 0.5],
    ["three are no worse than two", "brigde cabel feryr?", ["A bridge, cable, ferry."], 1],
  ],
  score: [
    ["the score over 15", "ferry?", ["A ferry.", "Rust."], (found) => score(found, 0) / 15],
    ["nothing found", "ferry?", ["Rust."], 0],
    [
      "a low score is not negative",
      "bitcoin Pelly Quorn weakness?",
      ["Weakened red green blue black white grey pink.", "Rust."],
      0,
    ],
    [
      "a high score is at most 1",
      "When will the rust ferry bridge cable repair close?",
      ["The rust ferry bridge cable repair will close in May.", "Rust."],
      1,
    ],
  ],
  negated: [
    ["what is not so, from a passage that only says what is", "What is not rust?", ["Rust."], 1],
    ["from a passage with a negation", "What is not rust?", ["This is not rust."], 0],
    ["what is so", "What is rust?", ["Rust."], 0],
    ["nothing found", "What is not a ferry?", ["Rust."], 1],
  ],
};

describe.each(Object.entries(TABLES))("%s", (feature, cases) => {
  test("the table has a present, an absent and an edge case", () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  test.each(cases.map((one) => [one[0], one] as const))("%s", (_name, one) => {
    const [, question, passages, value, more = {}] = one;
    const asked = matchQuestion({ question, passages, ...more });
    const ranked = rank(asked.compiled, asked.index);
    const w = (...words: readonly string[]) =>
      words.reduce((sum, word) => sum + asked.termOf(word).weight, 0);
    const expected = typeof value === "number" ? value : value({ ...asked, ranked, w });
    const features = confidenceFeaturesOf(asked.compiled, ranked);
    expect(new Map(Object.entries(features)).get(feature)).toBeCloseTo(expected, 10);
  });
});
