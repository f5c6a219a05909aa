import { describe, expect, test } from "vitest";
import {
  CHECK_NAMES,
  type CheckName,
  type FailedChecks,
} from "../../../src/search/confidence/answerability.ts";
import {
  type ConfidenceFeature,
  CONFIDENCE_FEATURES,
  confidenceFeaturesOf,
  type ConfidenceValues,
} from "../../../src/search/confidence/confidence-features.ts";
import { rowFrom } from "../../../src/search/confidence/confidence.ts";
import { SPEECH_FEATURES } from "../../../src/search/confidence/speech-features.ts";
import type { RankingFeature } from "../../../src/search/ranking/features.ts";
import { rank, type RankedPassage } from "../../../src/search/ranking/ranking.ts";
import { type Asked, matchQuestion } from "../match-question.ts";
import { marlow } from "../sample.ts";

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

/** Has no word of any question here, and none with a vector. */
const NOTHING = "Zzyzx.";

function shares({ ranked }: Found): number[] {
  const likely = ranked.map((one) => Math.exp(one.score));
  const total = likely.reduce((sum, one) => sum + one, 0);
  return likely.map((one) => one / total);
}

/** The same as the ranking's, of the first passage. */
const OF_FIRST = [
  "nearPassage",
  "nearSentence",
  "nearMissing",
  "aboutSentence",
  "aboutPassage",
  "sentenceShare",
  "rarest",
  "missing",
  "bigrams",
  "pairs",
  "together",
  "names",
  "namesMissing",
  "length",
] as const satisfies readonly RankingFeature[];

const ASKS = {
  asksTime: "When does the ferry leave?",
  asksPerson: "Who owns the ferry?",
  asksNumber: "How many ferries leave?",
  asksPlace: "Where does the ferry leave?",
  asksReason: "Why does the ferry leave?",
  asksManner: "How does the ferry leave?",
} as const;

type TestedBelow = (typeof OF_FIRST)[number] | keyof typeof ASKS | CheckName;

const SAID = "What did Marlow say about rust?";

/** A new feature does not compile without a table here, or a test below. */
const TABLES: Readonly<Record<Exclude<ConfidenceFeature, TestedBelow>, readonly Case[]>> = {
  second: [
    ["a single passage", "ferry?", ["A ferry."], 0],
    ["equal passages", "ferry?", ["A ferry.", "A ferry."], 0.5],
    ["its share", "ferry?", ["A ferry.", "Ferry cars."], (found) => shares(found)[1] ?? 0],
    ["nothing found", "ferry?", [NOTHING], 0],
  ],
  third: [
    ["two passages", "ferry?", ["A ferry.", "A ferry."], 0],
    ["equal passages", "ferry?", ["A ferry.", "A ferry.", "A ferry."], 1 / 3],
    [
      "its share",
      "ferry?",
      ["Ferry.", "A ferry.", "Ferry cars."],
      (found) => shares(found)[2] ?? 0,
    ],
  ],
  entropy: [
    ["one stands for certain", "ferry?", ["A ferry."], 0],
    ["either of two", "ferry?", ["A ferry.", "A ferry."], Math.log(2)],
    ["any of four", "ferry?", ["A ferry.", "A ferry.", "A ferry.", "A ferry."], Math.log(4)],
    ["nothing found", "ferry?", [NOTHING], 0],
  ],
  position: [
    ["the first of the article", "ferry?", ["A ferry.", NOTHING], 0],
    ["its second", "ferry?", [NOTHING, "A ferry."], Math.log(2)],
    ["its fifth", "ferry?", [NOTHING, NOTHING, NOTHING, NOTHING, "A ferry."], Math.log(5)],
    ["nothing found", "ferry?", [NOTHING], 0],
  ],
  bestNear: [
    ["every term in one sentence", "ferry bridge?", ["Cars.", "The ferry, the bridge."], 1],
    ["nothing near", "ferry?", [NOTHING], 0],
    [
      "of any passage, not only the first",
      "doctor bridge ferry?",
      ["A bridge. The ferry. A hospital.", "The hospital.", "Cars."],
      ({ ranked }) => Math.max(...ranked.map(({ features }) => features.nearSentence)),
    ],
  ],
  asksForSpeech: [
    ["asks for words", SAID, ["Rust is bad."], 1],
    ["asks for something else", "What is rust?", ["Marlow said it was rust."], 0],
    ["nothing found", "What did Quorn say?", [NOTHING], 0],
    ["in Ukrainian", "Що сказав Marlow про rust?", ["Rust is bad."], 1],
  ],
  hasSpeech: [
    ["a verb of speech", SAID, ["They said that rust is bad."], 1],
    ["a quotation", SAID, ["The rust is “bad”."], 1],
    ["neither", SAID, ["The rust is bad."], 0],
    ["not asked for", "What is rust?", ["They said that rust is bad."], 0],
  ],
  saidByNamed: [
    ["the named person speaks", SAID, ["Rust is bad, Marlow said."], 1],
    ["with a few words between", SAID, ["Rust is bad, said the engineer Marlow."], 1],
    [
      "somebody else does",
      SAID,
      ["Rust is bad, they said on the old red bridge below the walls that Marlow saw."],
      0,
    ],
    ["nobody does", SAID, ["Marlow has rust."], 0],
  ],
  quotesNamed: [
    ["in quotation marks", SAID, ["“Rust is bad,” Marlow said."], 1],
    ["without", SAID, ["Rust is bad, Marlow said."], 0],
    ["somebody else's", SAID, ["“Rust is bad,” they said."], 0],
  ],
  exactSentence: [
    ["every term in one sentence", "ferry bridge?", ["The ferry passes the bridge."], 1],
    [
      "one of two terms",
      "ferry bridge?",
      ["A ferry.", "Rust."],
      ({ w }) => w("ferry") / w("ferry", "bridge"),
    ],
    ["nothing found", "ferry?", [NOTHING], 0],
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
    ["nothing found", "ferry?", [NOTHING], 0],
    [
      "the score over the second",
      "ferry bridge?",
      ["A ferry, a bridge.", "A ferry. Cars. A bridge. A ferry and a bridge."],
      (found) => (score(found, 0) - score(found, 1)) / 4,
    ],
    ["a clear lead is 1", "rust ferry bridge?", ["The rust ferry bridge.", "Rust."], 1],
    ["equal passages", "ferry?", ["A ferry.", "A ferry."], 0],
  ],
  softmax: [
    ["nothing found", "ferry?", [NOTHING], 0],
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
    ["nothing found", "ferry?", [NOTHING], 0],
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
    ["nothing found", "ferry?", [NOTHING], 0],
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
    ["nothing found", "When does the ferry leave?", [NOTHING], 0],
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
    ["nothing found", "ferry?", [NOTHING], 0],
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
    ["nothing found", "ferry?", [NOTHING], 0],
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
    const features = confidenceFeaturesOf(asked.compiled, ranked, NO_CHECKS);
    expect(new Map(Object.entries(features)).get(feature)).toBeCloseTo(expected, 10);
  });
});

test("values are in the order in which the trees number them", () => {
  const { compiled } = matchQuestion({ question: "rust?", passages: ["Rust."] });
  const numbered: ConfidenceValues = {
    ...confidenceFeaturesOf(compiled, [], NO_CHECKS),
    ...Object.fromEntries(CONFIDENCE_FEATURES.map((feature, number) => [feature, number])),
  };
  expect([...rowFrom(numbered)]).toEqual([...CONFIDENCE_FEATURES.keys()]);
});

const NO_CHECKS: FailedChecks = new Set();

function valuesFor(question: string, passages: Asked["passages"], failed = NO_CHECKS) {
  const { compiled, index } = matchQuestion({ question, passages });
  const ranked = rank(compiled, index);
  return { first: ranked[0]?.features, values: confidenceFeaturesOf(compiled, ranked, failed) };
}

test.each(OF_FIRST)("%s is the ranking's, of the first passage", (feature) => {
  const { first, values } = valuesFor("Will Marlow and Pelly see the doctor on the rust bridge?", [
    "Cars wait.",
    "Marlow waits in the hospital, at the end of the rust bridge.",
  ]);
  expect(values[feature]).not.toBe(0);
  expect(values[feature]).toBe(first?.[feature]);
  expect(valuesFor("ferry?", [NOTHING]).values[feature]).toBe(0);
});

test.each(Object.keys(ASKS))("%s tells what is asked for", (asks) => {
  for (const [name, question] of Object.entries(ASKS)) {
    const values = new Map(Object.entries(valuesFor(question, ["A ferry."]).values));
    expect([question, values.get(asks)]).toEqual([question, name === asks ? 1 : 0]);
  }
});

test.each(CHECK_NAMES)("%s tells that a check failed", (check) => {
  const failed: FailedChecks = new Set([check]);
  const { values } = valuesFor("ferry?", ["A ferry."], failed);
  expect(CHECK_NAMES.filter((name) => values[name] === 1)).toEqual([check]);
});

test("the words of whoever the question names are said by them, though no text says so", () => {
  const { compiled, index } = matchQuestion({
    question: SAID,
    passages: [{ text: "Rust eats steel.", speaker: marlow, quoted: "direct" }, "Rust."],
  });
  const ranked = rank(compiled, index, { speakers: ["marlow"] });
  const values = confidenceFeaturesOf(compiled, ranked, NO_CHECKS);
  expect(SPEECH_FEATURES.map((feature) => values[feature])).toEqual([1, 1, 1, 0]);
});
