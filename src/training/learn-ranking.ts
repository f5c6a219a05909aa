import { z } from "zod";
import type { QuestionSet } from "../evaluation/squad.ts";
import { indexLanguage } from "../search/index/language-index.ts";
import { compileQuery } from "../search/query/compile-query.ts";
import { parseQuery } from "../search/query/parse-query.ts";
import { candidatesFor } from "../search/ranking/candidates.ts";
import { featuresOf, RANKING_FEATURES } from "../search/ranking/features.ts";
import { findMatches } from "../search/ranking/matches.ts";
import type { RankingWeights } from "../search/ranking/score.ts";
import { addScaled, descend, dot, spreadOf, type Row } from "./gradient-descent.ts";

/** The features of all passages of an article for one question, and which passage is right. */
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
      const { meanLength } = index;
      const proposed = new Map(
        candidatesFor(compiled, index).map(({ number, engine }) => [number, engine]),
      );
      const rows = index.passages.map((indexed, number) => {
        const matches = findMatches(indexed, compiled);
        const engine = proposed.get(number) ?? 0;
        const features = featuresOf(matches, indexed, compiled, { meanLength, engine });
        return Float64Array.from(RANKING_FEATURES, (feature) => features[feature]);
      });
      const right = index.passages.findIndex(({ passage }) => passage.id === id);
      return { article: article.slug, rows, right };
    });
  });
}

/** The weights that make a softmax over an article's passages most likely to pick the right ones. */
export function learnRanking(examples: readonly RankingExample[]): Row {
  const size = RANKING_FEATURES.length;
  const spread = spreadOf(
    examples.map(({ rows }) => rows),
    size,
  );
  const scaled = examples.map(({ rows, right }) => ({
    rows: rows.map((row) => row.map((value, at) => value / (spread[at] ?? 1))),
    right,
  }));
  const weights = descend(size, examples.length, DECAY, (current, gradient) => {
    for (const { rows, right } of scaled) addSoftmaxGradient(right, rows, current, gradient);
  });
  return weights.map((weight, at) => weight / (spread[at] ?? 1));
}

function addSoftmaxGradient(
  right: number,
  rows: readonly Row[],
  weights: Row,
  gradient: Row,
): void {
  const scores = rows.map((row) => dot(weights, row));
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  let total = 0;
  for (const exponential of exponentials) total += exponential;
  for (const [number, row] of rows.entries()) {
    const error = (exponentials[number] ?? 0) / total - (number === right ? 1 : 0);
    addScaled(row, error, gradient);
  }
}

/** Cross-validation: for every article, the weights learned on all others. */
export function weightsForOthers(examples: readonly RankingExample[]): Map<string, Row> {
  const articles = new Set(examples.map(({ article }) => article));
  return new Map(
    [...articles].map((article) => {
      const others = examples.filter((example) => example.article !== article);
      return [article, learnRanking(others)];
    }),
  );
}

const weightsSchema = z.record(z.enum(RANKING_FEATURES), z.number());

/** The learned weights by feature, in the form that ranking uses. */
export function rankingWeightsFrom(row: Row): RankingWeights {
  return weightsSchema.parse(
    Object.fromEntries(RANKING_FEATURES.map((feature, at) => [feature, row[at]])),
  );
}

export function isRightFirst({ rows, right }: RankingExample, weights: Row): boolean {
  const scores = rows.map((row) => dot(weights, row));
  return scores.indexOf(Math.max(...scores)) === right;
}
