import { percentOf } from "../evaluation/measures.ts";
import { FEATURES, type Feature } from "../search/ranking/features.ts";
import { isRightFirst, weightsForOthers, type RankingExample } from "./learn-ranking.ts";

/** Features that rest on one idea. */
const INGREDIENTS: Readonly<Record<string, readonly Feature[]>> = {
  "rarity in the language (BM25 by it)": ["bm25General"],
  "rarity among the passages (BM25)": ["bm25Local"],
  "the best sentence": ["sentenceShare", "sentenceExact"],
  "a sentence and its neighbours": ["neighbours"],
  "the rarest word, and what is missing": ["rarest", "missing"],
  "words side by side": ["bigrams", "pairs"],
  "words near each other": ["nearPairs", "together"],
  "the order of the words": ["inOrder"],
  "length of the passage": ["length"],
  "the kind of thing asked for": ["time", "person", "number", "place", "reason"],
  "capitalised words": ["names", "namesMissing"],
};

/** P@1 in percent, every article by weights learned on the others. */
export function crossValidatedPrecision(examples: readonly RankingExample[]): number {
  const forOthers = weightsForOthers(examples);
  const isRight = examples.map((example) => {
    const weights = forOthers.get(example.article) ?? new Float64Array(FEATURES.length);
    return isRightFirst(example, weights);
  });
  return percentOf(isRight);
}

/** The examples as they would be if the features had never been thought of. */
function without(
  features: readonly Feature[],
  examples: readonly RankingExample[],
): RankingExample[] {
  const places = new Set(features.map((feature) => FEATURES.indexOf(feature)));
  return examples.map((example) => ({
    ...example,
    rows: example.rows.map((row) => row.map((value, at) => (places.has(at) ? 0 : value))),
  }));
}

/** The examples with these features alone. */
function withOnly(
  features: readonly Feature[],
  examples: readonly RankingExample[],
): RankingExample[] {
  return without(
    FEATURES.filter((feature) => !features.includes(feature)),
    examples,
  );
}

/** P@1 with all ingredients, without each, and with each alone, as a Markdown page. */
export function ingredientsTable(examples: readonly RankingExample[], data: string): string {
  const all = crossValidatedPrecision(examples);
  const rows = Object.entries(INGREDIENTS).map(([name, features]) => {
    const rest = crossValidatedPrecision(without(features, examples));
    const alone = crossValidatedPrecision(withOnly(features, examples));
    return `| ${name} | ${rest.toFixed(1)} | ${(all - rest).toFixed(1)} | ${alone.toFixed(1)} |`;
  });
  return `# What each ingredient of the ranking gives

Written by \`npm run learn -- FILE --explain\` from ${data}: the right passage first, in percent of
${examples.length} questions, every article by weights learned on all the others. With all ingredients: **${all.toFixed(1)}**.

| ingredient | P@1 without it | its gain | P@1 with it alone |
| --- | ---: | ---: | ---: |
${rows.join("\n")}
`;
}
