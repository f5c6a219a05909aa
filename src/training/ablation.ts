import { percentOf } from "../evaluation/measures.ts";
import { RANKING_FEATURES, type RankingFeature } from "../search/ranking/features.ts";
import { isRightAmong, weightsByOthers, type RankingExample } from "./learn-ranking.ts";

/** Features of one group share an idea and are removed together. */
const GROUP_OF: Readonly<Record<RankingFeature, string>> = {
  sentenceShare: "the best sentence",
  sentenceExact: "the best sentence",
  rarest: "the rarest term, and what is missing",
  missing: "the rarest term, and what is missing",
  bigrams: "adjacent words",
  pairs: "adjacent words",
  nearPairs: "words near each other",
  together: "words near each other",
  length: "passage length",
  time: "the answer type",
  person: "the answer type",
  number: "the answer type",
  place: "the answer type",
  reason: "the answer type",
  names: "capitalised words",
  namesMissing: "capitalised words",
  engine: "MiniSearch's score",
  nearPassage: "near words, by their vectors",
  nearSentence: "near words, by their vectors",
  nearMissing: "near words, by their vectors",
  aboutSentence: "what it is about, by the mean of vectors",
  aboutPassage: "what it is about, by the mean of vectors",
};

/** How often a right passage is first, and among the first three, in percent of a set's questions. */
export type RankingFigures = {
  readonly set: string;
  readonly first: number;
  readonly amongThree: number;
};

/** By set; each article is ranked by weights learned on the articles of the other folds. */
export function crossValidated(examples: readonly RankingExample[]): RankingFigures[] {
  const weightsFor = weightsByOthers(examples);
  const isRight = (first: number, example: RankingExample) =>
    isRightAmong(first, example, weightsFor(example.article));
  return [...new Set(examples.map(({ set }) => set))].map((set) => {
    const own = examples.filter((example) => example.set === set);
    return {
      set,
      first: percentOf(own.map((example) => isRight(1, example))),
      amongThree: percentOf(own.map((example) => isRight(3, example))),
    };
  });
}

/** How often a right passage is first, with all features and without each group, as a Markdown page. */
export function ablationTable(examples: readonly RankingExample[]): string {
  const all = crossValidated(examples);
  const rows = [...new Set(Object.values(GROUP_OF))].map((name) => {
    const group = RANKING_FEATURES.filter((feature) => GROUP_OF[feature] === name);
    const rest = crossValidated(without(group, examples));
    const gains = all.map(({ first }, at) => (first - (rest[at]?.first ?? 0)).toFixed(1));
    return `| ${name} | ${gains.join(" | ")} |`;
  });
  return `# What each group of ranking features gains

Written by \`npm run learn -- … --explain\`: how often a right passage is first, in percent of ${examples.length} questions,
every article ranked by weights learned on the articles of the other folds; and how much of that each group of features adds to
all the others.

| features | ${all.map(({ set }) => set).join(" | ")} |
| --- |${all.map(() => " ---: |").join("")}
| **all** | ${all.map(({ first }) => `**${first.toFixed(1)}**`).join(" | ")} |
${rows.join("\n")}
`;
}

/** The examples with the features set to 0, so that training cannot use them. */
function without(
  features: readonly RankingFeature[],
  examples: readonly RankingExample[],
): RankingExample[] {
  const places = new Set(features.map((feature) => RANKING_FEATURES.indexOf(feature)));
  return examples.map((example) => ({
    ...example,
    rows: example.rows.map((row) =>
      row.map((value, at) => (places.has(at % RANKING_FEATURES.length) ? 0 : value)),
    ),
  }));
}
