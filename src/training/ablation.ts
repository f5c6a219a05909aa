import { percentOf } from "../evaluation/measures.ts";
import { RANKING_FEATURES, type RankingFeature } from "../search/ranking/features.ts";
import { isRightFirst, weightsForOthers, type RankingExample } from "./learn-ranking.ts";

/** Features of one group share an idea and are removed together. */
const GROUP_OF: Readonly<Record<RankingFeature, string>> = {
  bm25General: "BM25, idf in the language",
  bm25Local: "BM25, idf among the passages",
  sentenceShare: "the best sentence",
  sentenceExact: "the best sentence",
  neighbours: "a sentence and its neighbours",
  rarest: "the rarest term, and what is missing",
  missing: "the rarest term, and what is missing",
  bigrams: "adjacent words",
  pairs: "adjacent words",
  nearPairs: "words near each other",
  together: "words near each other",
  inOrder: "word order",
  length: "passage length",
  time: "the answer type",
  person: "the answer type",
  number: "the answer type",
  place: "the answer type",
  reason: "the answer type",
  names: "capitalised words",
  namesMissing: "capitalised words",
  engine: "MiniSearch's score",
};

/** P@1 in percent; each article is ranked by weights learned on the others. */
export function crossValidatedPrecision(examples: readonly RankingExample[]): number {
  const forOthers = weightsForOthers(examples);
  const isRight = examples.map((example) => {
    const weights = forOthers.get(example.article) ?? new Float64Array(RANKING_FEATURES.length);
    return isRightFirst(example, weights);
  });
  return percentOf(isRight);
}

/** P@1 with all features, without each group, and with each group alone, as a Markdown page. */
export function ablationTable(examples: readonly RankingExample[], data: string): string {
  const all = crossValidatedPrecision(examples);
  const rows = [...new Set(Object.values(GROUP_OF))].map((name) => {
    const group = RANKING_FEATURES.filter((feature) => GROUP_OF[feature] === name);
    const others = RANKING_FEATURES.filter((feature) => GROUP_OF[feature] !== name);
    const rest = crossValidatedPrecision(without(group, examples));
    const alone = crossValidatedPrecision(without(others, examples));
    return `| ${name} | ${rest.toFixed(1)} | ${(all - rest).toFixed(1)} | ${alone.toFixed(1)} |`;
  });
  return `# What each group of ranking features gains

Written by \`npm run learn -- FILE --explain\` from ${data}: how often the right passage is first (P@1), in
percent of ${examples.length} questions, each article ranked by weights learned on all the others. With all
features: **${all.toFixed(1)}**.

| features | P@1 without them | their gain | P@1 with them alone |
| --- | ---: | ---: | ---: |
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
    rows: example.rows.map((row) => row.map((value, at) => (places.has(at) ? 0 : value))),
  }));
}
