import type { QuestionSet } from "../evaluation/squad.ts";
import { findMatches } from "../search/ranking/matches.ts";
import { FEATURES, featuresOf } from "../search/ranking/features.ts";
import { compileQuery } from "../search/query/compile-query.ts";
import { parseQuery } from "../search/query/parse-query.ts";
import { indexLanguage } from "../search/index/language-index.ts";
import { add, descend, dot, spreadOf, type Row } from "./gradient-descent.ts";

/** A question's passages as features, and which of them is right. */
export type RankingExample = {
  readonly article: string;
  readonly rows: readonly Row[];
  readonly right: number;
};

const DECAY = 0.005;

export function rankingExamples({ articles, answerable }: QuestionSet): RankingExample[] {
  return articles.flatMap((article) => {
    const index = indexLanguage([article]);
    const own = answerable.filter((asked) => asked.article === article.slug);
    return own.map(({ question, passage: id }) => {
      const compiled = compileQuery(parseQuery(question, index), index);
      const rows = index.passages.map((indexed) => {
        const matches = findMatches(indexed, compiled);
        const features = featuresOf(matches, indexed, compiled, index.meanLength);
        return Float64Array.from(FEATURES, (feature) => features[feature]);
      });
      const right = index.passages.findIndex(({ passage }) => passage.id === id);
      return { article: article.slug, rows, right };
    });
  });
}

/** Weights under which a softmax over an article's passages most likely picks the right ones. */
export function learnRanking(examples: readonly RankingExample[]): Float64Array {
  const size = FEATURES.length;
  const spread = spreadOf(
    examples.map(({ rows }) => rows),
    size,
  );
  const scaled = examples.map(({ rows, right }) => ({
    rows: rows.map((row) => row.map((value, at) => value / (spread[at] ?? 1))),
    right,
  }));
  const weights = descend(size, examples.length, DECAY, (current, gradient) => {
    for (const { rows, right } of scaled) pullTowards(right, rows, current, gradient);
  });
  return weights.map((weight, at) => weight / (spread[at] ?? 1));
}

function pullTowards(
  right: number,
  rows: readonly Row[],
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const scores = rows.map((row) => dot(weights, row));
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  let total = 0;
  for (const share of shares) total += share;
  for (const [number, row] of rows.entries()) {
    const error = (shares[number] ?? 0) / total - (number === right ? 1 : 0);
    add(row, error, gradient);
  }
}

/** For every article, the weights learned on all others. */
export function weightsForOthers(examples: readonly RankingExample[]): Map<string, Float64Array> {
  const articles = new Set(examples.map(({ article }) => article));
  return new Map(
    [...articles].map((article) => {
      const others = examples.filter((example) => example.article !== article);
      return [article, learnRanking(others)];
    }),
  );
}

export function isRightFirst({ rows, right }: RankingExample, weights: Float64Array): boolean {
  const scores = rows.map((row) => dot(weights, row));
  return scores.indexOf(Math.max(...scores)) === right;
}
