import { percentOf } from "../evaluation/measures.ts";
import { RANKING_FEATURES, type RankingFeature } from "../search/ranking/features.ts";
import { isRightFirst, weightsForOthers, type RankingExample } from "./learn-ranking.ts";

/** Features that share one idea are removed together. */
const FEATURE_GROUPS: Readonly<Record<string, readonly RankingFeature[]>> = {
  "BM25, idf in the language": ["bm25General"],
  "BM25, idf among the passages": ["bm25Local"],
  "the best sentence": ["sentenceShare", "sentenceExact"],
  "a sentence and its neighbours": ["neighbours"],
  "the rarest term, and what is missing": ["rarest", "missing"],
  "adjacent words": ["bigrams", "pairs"],
  "words near each other": ["nearPairs", "together"],
  "word order": ["inOrder"],
  "passage length": ["length"],
  "the answer type": ["time", "person", "number", "place", "reason"],
  "capitalised words": ["names", "namesMissing"],
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
  const rows = Object.entries(FEATURE_GROUPS).map(([name, features]) => {
    const rest = crossValidatedPrecision(without(features, examples));
    const others = RANKING_FEATURES.filter((feature) => !features.includes(feature));
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

/** The examples with the features set to 0, which training cannot use. */
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
