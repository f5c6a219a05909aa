import { z } from "zod";
import type { Article } from "../article/article.ts";
import { indexLanguage, type LanguageIndex } from "../search/index/language-index.ts";
import { compileQuery } from "../search/query/compile-query.ts";
import { parseQuery } from "../search/query/parse-query.ts";
import { candidatesFor } from "../search/ranking/candidates.ts";
import { featuresOf, type FeatureValues, RANKING_FEATURES } from "../search/ranking/features.ts";
import { findMatches } from "../search/ranking/matches.ts";
import { meaningOf } from "../search/ranking/meaning.ts";
import type { RankingWeights } from "../search/ranking/score.ts";
import { FOLDS, foldsOf } from "./folds.ts";
import { addScaled, descend, dot, spreadOf, type Row } from "./gradient-descent.ts";
import { ENCYCLOPEDIA, type LabelledQuestion } from "./labelled-questions.ts";

/** The features of all passages of an article for one question, and which passages are right. */
export type RankingExample = Pick<LabelledQuestion, "set" | "article"> & {
  readonly rows: readonly Row[];
  readonly isRight: readonly boolean[];
};

const DECAY = 0.01;
/** There are more readers' questions than of the encyclopedia: so the two count about the same. */
const ENCYCLOPEDIA_IMPORTANCE = 3;

/** One for each question that its article answers. */
export function rankingExamples(questions: readonly LabelledQuestion[]): RankingExample[] {
  const indexes = new Map<Article, LanguageIndex>();
  return questions.flatMap((asked) => {
    const { article, set, gold } = asked;
    const index = indexes.get(article) ?? indexLanguage([article]);
    indexes.set(article, index);
    const isRight = index.passages.map(({ passage }) => gold.has(passage.id));
    return isRight.includes(true) ? [{ set, article, isRight, rows: rowsOf(asked, index) }] : [];
  });
}

function rowsOf({ question, background }: LabelledQuestion, index: LanguageIndex): Row[] {
  const compiled = compileQuery(parseQuery(question, index, background), index);
  const proposed = new Map(
    candidatesFor(compiled, index).map(({ number, engine }) => [number, engine]),
  );
  const { compare } = meaningOf(compiled, index);
  return index.passages.map((indexed, number) => {
    const matches = findMatches(indexed, compiled);
    const features = featuresOf(matches, indexed, compiled, {
      meanLength: index.meanLength,
      engine: proposed.get(number) ?? 0,
      meaning: compare(indexed, matches),
    });
    return rowFrom(features);
  });
}

/** Every feature twice: as much as the question is short, then as much as it is long. */
function rowFrom(features: FeatureValues): Row {
  const { questionLength } = features;
  return Float64Array.from([
    ...RANKING_FEATURES.map((feature) => (1 - questionLength) * features[feature]),
    ...RANKING_FEATURES.map((feature) => questionLength * features[feature]),
  ]);
}

const ROW_LENGTH = 2 * RANKING_FEATURES.length;

/** The weights that make a softmax over an article's passages most likely to pick a right one. */
export function learnRanking(examples: readonly RankingExample[]): Row {
  const size = ROW_LENGTH;
  const spread = spreadOf(
    examples.map(({ rows }) => rows),
    size,
  );
  const scaled = examples.map((example) => ({
    ...example,
    rows: example.rows.map((row) => row.map((value, at) => value / (spread[at] ?? 1))),
  }));
  const total = examples.reduce((sum, { set }) => sum + importanceOf(set), 0);
  const weights = descend(size, total, DECAY, (current, gradient) => {
    for (const example of scaled) addSoftmaxGradient(example, current, gradient);
  });
  return weights.map((weight, at) => weight / (spread[at] ?? 1));
}

function importanceOf(set: string): number {
  return set === ENCYCLOPEDIA ? ENCYCLOPEDIA_IMPORTANCE : 1;
}

/** Of several right passages, the likelier one has to become likelier still: any will do. */
function addSoftmaxGradient(
  { set, rows, isRight }: RankingExample,
  weights: Row,
  gradient: Row,
): void {
  const scores = rows.map((row) => dot(weights, row));
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  let [total, right] = [0, 0];
  for (const [number, exponential] of exponentials.entries()) {
    total += exponential;
    if (isRight[number] === true) right += exponential;
  }
  for (const [number, row] of rows.entries()) {
    const exponential = exponentials[number] ?? 0;
    const wanted = isRight[number] === true ? exponential / right : 0;
    addScaled(row, importanceOf(set) * (exponential / total - wanted), gradient);
  }
}

/** The weights for an article, learned on the articles of the other folds. */
export function weightsByOthers(examples: readonly RankingExample[]): (article: Article) => Row {
  const foldOf = foldsOf(examples.map(({ article }) => article));
  const weights = Array.from({ length: FOLDS }, (_, fold) =>
    learnRanking(examples.filter(({ article }) => foldOf(article) !== fold)),
  );
  return (article) => weights[foldOf(article)] ?? new Float64Array(ROW_LENGTH);
}

const weightsSchema = z.record(z.enum(RANKING_FEATURES), z.number());

/** The learned weights by feature, in the form that ranking uses. */
export function rankingWeightsFrom(row: Row): RankingWeights {
  const weightsAt = (from: number) =>
    weightsSchema.parse(
      Object.fromEntries(
        RANKING_FEATURES.map((feature, at) => [feature, Number(row[from + at]?.toFixed(4))]),
      ),
    );
  return { short: weightsAt(0), long: weightsAt(RANKING_FEATURES.length) };
}

/** Whether a right passage is among the first so many. */
export function isRightAmong(
  first: number,
  { rows, isRight }: RankingExample,
  weights: Row,
): boolean {
  const ranked = rows
    .map((row, number) => ({ number, score: dot(weights, row) }))
    .toSorted((one, other) => other.score - one.score);
  return ranked.slice(0, first).some(({ number }) => isRight[number] === true);
}
