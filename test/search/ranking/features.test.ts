import { describe, expect, test } from "vitest";
import { packFor } from "../../../src/languages/packs.ts";
import type { EditorialFeature } from "../../../src/search/ranking/editorial-features.ts";
import type { RankingFeature } from "../../../src/search/ranking/features.ts";
import { type Asked, matchQuestion } from "../match-question.ts";
import { council, marlow } from "../sample.ts";

type Weights = {
  /** Weight of a word's query term, and its idf among the passages and in the language. */
  readonly w: (word: string) => number;
  readonly local: (word: string) => number;
  readonly general: (word: string) => number;
};

/** A question, the passages (the first is judged, the others only make the index) and the value. */
type Case = readonly [
  name: string,
  question: string,
  passages: Asked["passages"],
  value: number | ((weights: Weights) => number),
  more?: Pick<Asked, "heading" | "background">,
];

const WALLS = "Walls wait.";
const FIVE_FILLERS = "Red green blue black white";

const { terms, wordVectors, rarity } = packFor("en");

function row(word: string): number {
  return wordVectors.rowOf(terms.of(word));
}

function cosine(word: string, other: string): number {
  return wordVectors.similarity(row(word), row(other));
}

/** The mean of the words' vectors, the rarer the heavier. */
function meanOf(words: readonly string[]): number[] {
  const { dimensions, values } = wordVectors;
  const weights = words.map((word) => rarity.of(terms.of(word)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: dimensions }, (_, at) =>
    words.reduce(
      (sum, word, number) =>
        sum + ((weights[number] ?? 0) * (values[row(word) * dimensions + at] ?? 0)) / total,
      0,
    ),
  );
}

function dot(some: readonly number[] = [], others: readonly number[] = []): number {
  return some.reduce((sum, value, at) => sum + value * (others[at] ?? 0), 0);
}

/** The cosine of what two texts are about: their means, less the mean of all passages. */
function about(asked: readonly string[], found: readonly string[], all: readonly string[]): number {
  const common = meanOf(all);
  const [one, other] = [asked, found].map((words) =>
    meanOf(words).map((value, at) => value - (common[at] ?? 0)),
  );
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

/** A new feature does not compile without a table here. */
const TABLES: Readonly<Record<RankingFeature | EditorialFeature, readonly Case[]>> = {
  sentenceShare: [
    [
      "every term in one sentence",
      "ferry bridge?",
      ["The ferry passes the bridge. Walls wait."],
      1,
    ],
    [
      "the terms in two sentences",
      "ferry bridge?",
      ["A ferry leaves. The bridge closes."],
      ({ w }) => Math.max(w("ferry"), w("bridge")) / (w("ferry") + w("bridge")),
    ],
    ["a person mentioned by another name", "Does Marlow wait?", ["The expert waits."], 1],
    ["no match", "ferry?", [WALLS, "A ferry leaves."], 0],
    [
      "a sentence with the answer type is preferred",
      "When does the ferry pass the bridge?",
      ["The ferry passes the bridge. The ferry passes in May, at the bridge. Walls."],
      1,
    ],
    [
      "the answer type does not outweigh a rare term",
      "When does the ferry corrode?",
      ["The ferry may corrode. Walls wait in April."],
      1,
    ],
    [
      "the lead and keywords count for every sentence",
      "ferry bridge?",
      [{ text: "A ferry leaves.", keywords: ["bridge"] }],
      1,
    ],
  ],
  sentenceExact: [
    [
      "the words themselves",
      "ferry bridge?",
      ["The ferry passes the bridge."],
      ({ w }) => w("ferry") + w("bridge"),
    ],
    [
      "another form is not exact",
      "weakness ferry?",
      ["The weakened ferry."],
      ({ w }) => w("ferry"),
    ],
    ["no match", "ferry?", [WALLS, "A ferry leaves."], 0],
    [
      "the heaviest sentence counts",
      "ferry bridge?",
      ["A ferry. A bridge."],
      ({ w }) => Math.max(w("ferry"), w("bridge")),
    ],
  ],
  rarest: [
    [
      "the heaviest term in the text",
      "ferry bridge?",
      ["The ferry. The bridge.", "The bridge."],
      ({ w }) => Math.max(w("ferry"), w("bridge")),
    ],
    [
      "a term in the heading only does not count",
      "ferry bridge?",
      ["The bridge.", "A ferry."],
      ({ w }) => w("bridge"),
      { heading: "Ferry" },
    ],
    ["no match", "ferry?", [WALLS, "A ferry leaves."], 0],
  ],
  missing: [
    ["nothing missing", "ferry?", ["A ferry leaves."], 0],
    [
      "weights are squared",
      "ferry bridge rust?",
      ["A ferry leaves.", "Bridge. Rust."],
      ({ w }) => w("bridge") ** 2 + w("rust") ** 2,
    ],
    ["another form is not missing", "weakness?", ["Weakened rule."], 0],
  ],
  bigrams: [
    [
      "adjacent words, stop words included",
      "ruled by rust?",
      ["It is ruled by rust."],
      ({ w }) => w("ruled") + w("rust"),
    ],
    ["the reverse order", "rust bridge?", ["The bridge rust."], 0],
    ["a word between", "rust bridge?", ["The rust on bridge."], 0],
    [
      "a repeated pair counts once",
      "rust bridge?",
      ["A rust bridge, a rust bridge."],
      ({ w }) => w("rust"),
    ],
    ["another form does not count", "weakness ferry?", ["The weakened ferry."], 0],
  ],
  pairs: [
    [
      "adjacent words count the heavier",
      "rust bridge?",
      ["The rust bridge."],
      ({ w }) => Math.max(w("rust"), w("bridge")),
    ],
    [
      "stop words between do not matter",
      "rust bridge?",
      ["The rust of the bridge."],
      ({ w }) => Math.max(w("rust"), w("bridge")),
    ],
    [
      "another form counts",
      "weakness ferry?",
      ["The weakened ferry."],
      ({ w }) => Math.max(w("weakness"), w("ferry")),
    ],
    ["the reverse order", "rust bridge?", ["The bridge rust."], 0],
    ["another word between", "rust bridge?", ["The rust green bridge."], 0],
  ],
  nearPairs: [
    ["adjacent", "rust bridge?", ["The rust bridge."], ({ w }) => Math.min(w("rust"), w("bridge"))],
    [
      "any order, divided by the distance",
      "rust bridge?",
      ["The bridge, green rust."],
      ({ w }) => Math.min(w("rust"), w("bridge")) / 2,
    ],
    [
      "six words apart",
      "rust bridge?",
      [`Rust ${FIVE_FILLERS} bridge.`],
      ({ w }) => Math.min(w("rust"), w("bridge")) / 6,
    ],
    ["seven words apart", "rust bridge?", [`Rust ${FIVE_FILLERS} grey bridge.`], 0],
    [
      "the nearest occurrence counts",
      "rust bridge?",
      ["Rust red green blue bridge rust."],
      ({ w }) => Math.min(w("rust"), w("bridge")),
    ],
    ["one word twice is no pair", "rust?", ["Rust on rust."], 0],
  ],
  together: [
    [
      "in one clause",
      "rust bridge?",
      ["The bridge, green rust."],
      ({ w }) => w("rust") * w("bridge"),
    ],
    [
      "twelve words apart",
      "rust bridge?",
      [`Rust ${FIVE_FILLERS} ${FIVE_FILLERS} grey bridge.`],
      ({ w }) => w("rust") * w("bridge"),
    ],
    [
      "thirteen words apart",
      "rust bridge?",
      [`Rust ${FIVE_FILLERS} ${FIVE_FILLERS} grey pink bridge.`],
      0,
    ],
    ["only one of them", "rust bridge?", ["Rust.", "Bridge."], 0],
  ],
  length: [
    [
      "the logarithm of the length over the mean",
      "ferry?",
      ["A ferry leaves.", WALLS],
      Math.log(4 / 2.5),
    ],
    [
      "keywords do not count as length",
      "ferry?",
      [{ text: WALLS, keywords: ["ferry", "port"] }, WALLS],
      Math.log(3 / 2),
    ],
    [
      "an empty text is finite",
      "ferry?",
      [{ text: "", keywords: ["ferry"] }, WALLS],
      Math.log(1 / 1),
    ],
  ],
  time: [
    [
      "a date in a sentence with slightly fewer terms",
      "When does the new ferry leave?",
      ["The new ferry leaves. The ferry leaves in May.", "New.", "New.", "New."],
      1,
    ],
    [
      "a date in the best sentence",
      "When does the ferry leave?",
      ["The ferry leaves on 3 May."],
      1,
    ],
    ["no date", "When does the ferry leave?", ["The ferry leaves the port."], 0],
    [
      "a date in another sentence",
      "When does the ferry leave the port?",
      ["The ferry leaves the port. Cars wait in May."],
      0,
    ],
    ["another answer type", "Where does the ferry leave?", ["The ferry leaves on 3 May."], 0],
  ],
  person: [
    [
      "a capitalised word within the sentence",
      "Who runs the ferry?",
      ["The ferry is run by Pelly."],
      1,
    ],
    ["no name", "Who runs the ferry?", ["The ferry is run by fools."], 0],
    [
      "a name that the question has already",
      "Who sold Pelly the ferry?",
      ["A man sold Pelly the ferry."],
      0,
    ],
  ],
  number: [
    ["how many", "How many cars take the ferry?", ["The ferry takes forty cars."], 1],
    ["how long", "How long does the ferry take?", ["The ferry takes twenty minutes."], 1],
    ["no number", "How many cars take the ferry?", ["The ferry takes cars."], 0],
    ["another answer type", "Why does the ferry take cars?", ["The ferry takes forty cars."], 0],
  ],
  place: [
    [
      "a name behind a preposition",
      "Where does the ferry leave?",
      ["The ferry leaves from Pelly."],
      1,
    ],
    ["a name without one", "Where does the ferry leave?", ["The ferry leaves Pelly."], 0],
    ["another answer type", "Who takes the ferry?", ["The ferry leaves from pelly."], 0],
  ],
  reason: [
    ["a word for a reason", "Why does the ferry wait?", ["The ferry waits because walls pass."], 1],
    ["none", "Why does the ferry wait?", ["The ferry waits, walls pass."], 0],
    ["another answer type", "Who waits for the ferry?", ["The ferry waits because walls pass."], 0],
  ],
  names: [
    [
      "a capitalised word of the question is found",
      "Does the ferry reach Pelly?",
      ["The ferry reaches Pelly."],
      ({ w }) => w("Pelly"),
    ],
    ["it is missing", "Does the ferry reach Pelly?", ["The ferry waits.", "Pelly."], 0],
    [
      "the first word of a question may be no name",
      "Pelly ferry?",
      ["The ferry reaches Pelly."],
      0,
    ],
  ],
  namesMissing: [
    [
      "it is missing",
      "Does the ferry reach Pelly?",
      ["The ferry waits.", "Pelly."],
      ({ w }) => w("Pelly"),
    ],
    [
      "a capitalised word of the question is found",
      "Does the ferry reach Pelly?",
      ["The ferry reaches Pelly."],
      0,
    ],
    ["a missing common word does not count", "Does the ferry reach it?", [WALLS, "A ferry."], 0],
  ],
  engine: [
    ["the best passage", "rust ferry?", ["Rust on a ferry.", "Rust."], 1],
    ["a passage that the engine does not propose", "ferry?", [WALLS, "A ferry."], 0],
    ["the heading alone", "ferry?", [WALLS, "Rust."], 1, { heading: "Ferry" }],
  ],
  speaker: [
    [
      "the question names the speaker",
      "What does Marlow think of walls?",
      [{ text: WALLS, speaker: marlow }],
      1,
    ],
    [
      "it names somebody else",
      "What does the council think of walls?",
      [
        { text: WALLS, speaker: marlow },
        { text: "No.", speaker: council },
      ],
      0,
    ],
    ["it names the publisher", "What does the paper say of walls?", [WALLS], 0],
    [
      "a passage with a span of the speaker's",
      "What does Marlow think of walls?",
      [
        {
          text: "Walls wait, she says.",
          spans: [{ start: 0, end: 11, speaker: marlow, kind: "opinion", quoted: "direct" }],
        },
      ],
      1,
    ],
  ],
  nearPassage: [
    ["whatever somebody says names them", "Marlow's walls?", [{ text: WALLS, speaker: marlow }], 1],
    ["a match", "doctor?", ["A doctor."], 1],
    ["a near word by its cosine", "doctor?", ["A hospital."], cosine("doctor", "hospital")],
    [
      "the nearest of several",
      "doctor?",
      ["The hospital. A nurse. Walls."],
      Math.max(cosine("doctor", "hospital"), cosine("doctor", "nurse")),
    ],
    ["no word with a vector", "doctor?", ["Zzyzx."], 0],
    [
      "the mean by weight, of all sentences",
      "doctor bridge?",
      ["A hospital waits. The bridge."],
      ({ w }) =>
        (w("bridge") + w("doctor") * cosine("doctor", "hospital")) / (w("doctor") + w("bridge")),
    ],
    [
      "background does not count",
      "rust?",
      ["A ferry."],
      cosine("rust", "ferry"),
      { background: "ferry" },
    ],
  ],
  nearSentence: [
    ["a match", "doctor?", ["Walls. A doctor."], 1],
    [
      "a near word by its cosine",
      "doctor?",
      ["Walls. The hospital."],
      cosine("doctor", "hospital"),
    ],
    [
      "only what one sentence has",
      "doctor bridge?",
      ["A hospital. The bridge."],
      ({ w }) =>
        Math.max(
          w("bridge") + w("doctor") * Math.max(0, cosine("doctor", "bridge")),
          w("doctor") * cosine("doctor", "hospital") +
            w("bridge") * Math.max(0, cosine("bridge", "hospital")),
        ) /
        (w("doctor") + w("bridge")),
    ],
    ["no word with a vector", "doctor?", ["Zzyzx."], 0],
  ],
  nearMissing: [
    ["nothing is missing", "doctor?", ["A doctor."], 0],
    [
      "a near word by its cosine and its weight",
      "doctor?",
      ["A hospital."],
      ({ w }) => w("doctor") * cosine("doctor", "hospital"),
    ],
    [
      "only for what is missing",
      "doctor bridge?",
      ["The bridge. A hospital."],
      ({ w }) => w("doctor") * cosine("doctor", "hospital"),
    ],
    ["no word with a vector", "doctor?", ["Zzyzx."], 0],
  ],
  aboutSentence: [
    ["the word itself", "doctor?", ["A doctor.", "The bridge."], 1],
    [
      "the nearest sentence",
      "doctor?",
      ["The hospital. A bridge."],
      about(["doctor"], ["hospital"], ["hospital", "bridge"]),
    ],
    ["no word with a vector", "doctor?", ["Zzyzx.", "The hospital. A bridge."], 0],
  ],
  aboutPassage: [
    ["the word itself", "doctor?", ["A doctor.", "The bridge."], 1],
    [
      "the mean of its words, less that of all passages",
      "doctor?",
      ["The hospital. A bridge.", "Cars."],
      about(["doctor"], ["hospital", "bridge"], ["hospital", "bridge", "cars"]),
    ],
    [
      "something else, which may be below 0",
      "doctor?",
      ["Cars.", "The hospital."],
      about(["doctor"], ["cars"], ["hospital", "cars"]),
    ],
    ["no word with a vector", "doctor?", ["Zzyzx.", "The hospital. A bridge."], 0],
  ],
  context: [
    [
      "a term in the heading only",
      "ferry walls?",
      [WALLS],
      ({ w }) => w("ferry"),
      { heading: "The ferry" },
    ],
    [
      "a name of the only speaker is as good as in the text",
      "Does Marlow like walls?",
      [{ text: WALLS, speaker: marlow }],
      0,
    ],
    [
      "a name of one of several speakers",
      "Does Marlow like walls?",
      [
        {
          text: "Walls wait, she says.",
          speaker: council,
          spans: [{ start: 0, end: 11, speaker: marlow, kind: "opinion", quoted: "direct" }],
        },
      ],
      ({ w }) => w("Marlow"),
    ],
    ["a term in heading and text", "walls?", [WALLS], 0, { heading: "The walls" }],
    [
      "another form in the heading does not count",
      "weakness?",
      [WALLS, "Weakened."],
      0,
      { heading: "Weakened" },
    ],
  ],
  heading: [
    [
      "the heading has every term",
      "The ferry's walls?",
      [WALLS],
      1,
      { heading: "Walls of the ferry" },
    ],
    ["it lacks one", "ferry walls?", [WALLS, "ferry"], 0, { heading: "The walls" }],
    ["a question without terms", "What?", [WALLS], 0, { heading: "The walls" }],
    [
      "background may be missing",
      "walls?",
      [WALLS, "A ferry."],
      1,
      { heading: "The walls", background: "ferry" },
    ],
  ],
  lead: [
    ["the lead has the answer type", "When do walls wait?", [{ text: WALLS, lead: "3 May" }], 1],
    ["the lead lacks it", "When do walls wait?", [{ text: WALLS, lead: "At the port" }], 0],
    ["only the text has it", "When do walls wait?", ["Walls wait in May."], 0],
    ["only the keywords have it", "When do walls wait?", [{ text: WALLS, keywords: ["May"] }], 0],
  ],
  keywords: [
    [
      "a term in the keywords, and one in the lead",
      "ferry rust cable?",
      [{ text: WALLS, lead: "Rust", keywords: ["ferry"] }],
      ({ w }) => w("ferry") + w("rust"),
    ],
    [
      "one that the text has as well",
      "ferry walls?",
      [{ text: WALLS, keywords: ["walls"] }, "ferry"],
      ({ w }) => w("walls"),
    ],
    ["none", "ferry walls?", [{ text: WALLS, keywords: ["rust"] }, "ferry"], 0],
    ["a question of one term", "ferry?", [{ text: WALLS, keywords: ["ferry"] }], 0],
    [
      "a name of somebody is no keyword",
      "Does Marlow like walls?",
      [
        { text: "Stones wait.", speaker: council, lead: "By the engineer" },
        WALLS,
        { text: "Yes.", speaker: marlow },
      ],
      0,
    ],
  ],
};

describe.each(Object.entries(TABLES))("%s", (feature, cases) => {
  test("the table has a present, an absent and an edge case", () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  test.each(cases.map((one) => [one[0], one] as const))("%s", (_name, one) => {
    const [, question, passages, value, more = {}] = one;
    const { features, termOf } = matchQuestion({ question, passages, ...more });
    const expected =
      typeof value === "number"
        ? value
        : value({
            w: (word) => termOf(word).weight,
            local: (word) => termOf(word).local,
            general: (word) => termOf(word).general,
          });
    expect(new Map(Object.entries(features)).get(feature)).toBeCloseTo(expected, 6);
  });
});

test.each([
  ["ferry?", 0],
  ["ferry bridge rust?", 0],
  ["ferry bridge rust cable?", 0.25],
  ["ferry bridge rust cable salt?", 0.5],
  ["ferry bridge rust cable salt repair harbour?", 1],
  ["ferry bridge rust cable salt repair harbour tunnel deck?", 1],
])("as a question, “%s” is long by %f", (question, long) => {
  const { features } = matchQuestion({ question, passages: [WALLS], background: "storm" });
  expect(features.questionLength).toBe(long);
});
