import { foreignQuestion } from "../evaluation/evaluate-squad.ts";
import { areaUnderRoc, percentOf, quantile } from "../evaluation/measures.ts";
import { seededRandom } from "../evaluation/random.ts";
import type { QuestionSet } from "../evaluation/squad.ts";
import { probeFor } from "../search/probe.ts";
import { readQuestion } from "../search/question.ts";
import { rank, type RankingWeights } from "../search/ranking.ts";
import { shelve } from "../search/shelf.ts";
import { SIGNS, signsOf, SPEAKS_AGAINST } from "../search/signs.ts";
import { add, descend, dot, spreadOf, type Row } from "./descent.ts";

type Origin = "own" | "off-topic" | "adversarial";

/** The signs of a question's first passage, and whether that passage answers it. */
type ConfidenceExample = {
  readonly article: string;
  readonly origin: Origin;
  readonly row: Row;
  readonly isRight: boolean;
};

export type LearnedConfidence = {
  readonly intercept: number;
  readonly weights: Float64Array;
  readonly answeredFrom: number;
  readonly unsureFrom: number;
};

const DECAY = 0.001;
/** The set has more questions made to mislead than any reader asks, so that they weigh less. */
const IMPORTANCE: Readonly<Record<Origin, number>> = {
  own: 1,
  "off-topic": 1,
  adversarial: 0.03,
};
/** At most these shares of off-topic questions are answered, and shown something near. */
const OFF_TOPIC_ANSWERED = 0.019;
const OFF_TOPIC_SHOWN = 0.1;
const SEED = 7;

/**
 * Two steps. First, weights that tell the article's own questions from others; whether the passage
 * is the right one would blur that. Then the sum is stretched and moved, which changes no order,
 * until it says how often the first passage is right. `rankingFor` gives the weights by which the
 * passages of an article are ranked: those learned on the others, or the lead would be flattered.
 */
export function learnConfidence(
  set: QuestionSet,
  rankingFor: (article: string) => RankingWeights,
): LearnedConfidence {
  const examples = confidenceExamples(set, rankingFor);
  const mix = fitMix(examples);
  const sums = crossValidatedSums(examples);
  const { stretch, shift } = calibrate(sums);
  const judged = sums.map((judge) =>
    Object.assign({ value: logistic(stretch * judge.sum + shift) }, judge),
  );
  report(judged);

  const offTopic = judged.filter(({ origin }) => origin === "off-topic").map(({ value }) => value);
  return {
    intercept: rounded(stretch * mix.intercept + shift),
    weights: mix.weights.map((weight) => stretch * weight),
    answeredFrom: rounded(quantile(offTopic, 1 - OFF_TOPIC_ANSWERED)),
    unsureFrom: rounded(quantile(offTopic, 1 - OFF_TOPIC_SHOWN)),
  };
}

function confidenceExamples(
  set: QuestionSet,
  rankingFor: (article: string) => RankingWeights,
): ConfidenceExample[] {
  const random = seededRandom(SEED);
  return set.articles.flatMap((article) => {
    const { slug } = article;
    const shelf = shelve([article]);
    const weights = rankingFor(slug);
    const exampleOf = (question: string, origin: Origin, passage?: string): ConfidenceExample => {
      const probe = probeFor(readQuestion(question, shelf), [], shelf);
      const ranked = rank(probe, shelf, { weights });
      const signs = signsOf(probe, ranked);
      const isRight = passage !== undefined && ranked[0]?.shelved.passage.id === passage;
      return {
        article: slug,
        origin,
        row: Float64Array.from(SIGNS, (sign) => signs[sign]),
        isRight,
      };
    };
    const own = set.answerable.filter((asked) => asked.article === slug);
    const adversarial = set.adversarial.filter((asked) => asked.article === slug);
    return [
      ...own.map((asked) => exampleOf(asked.question, "own", asked.passage)),
      ...own.map(() => exampleOf(foreignQuestion(set, slug, random), "off-topic")),
      ...adversarial.map((asked) => exampleOf(asked.question, "adversarial")),
    ];
  });
}

/** Logistic regression; the intercept is a last column of ones. */
function fitMix(examples: readonly ConfidenceExample[]) {
  const spread = spreadOf([examples.map(({ row }) => row)], SIGNS.length);
  const rows = examples.map(({ row }) =>
    Float64Array.from([...row.map((value, at) => value / (spread[at] ?? 1)), 1]),
  );
  const weights = descend(SIGNS.length + 1, examples.length, DECAY, (current, gradient) => {
    holdDirections(current);
    for (const [number, row] of rows.entries()) {
      const example = examples[number];
      if (!example) continue;
      const error = logistic(dot(current, row)) - (example.origin === "own" ? 1 : 0);
      add(row, error * IMPORTANCE[example.origin], gradient);
    }
  });
  holdDirections(weights);
  return {
    intercept: weights[SIGNS.length] ?? 0,
    weights: weights.slice(0, SIGNS.length).map((weight, at) => weight / (spread[at] ?? 1)),
  };
}

/** A sign speaks for or against, never the other way: what is learned here holds for other texts. */
function holdDirections(weights: Float64Array): void {
  for (const [at, sign] of SIGNS.entries()) {
    const weight = weights[at] ?? 0;
    weights[at] = SPEAKS_AGAINST.has(sign) ? Math.min(0, weight) : Math.max(0, weight);
  }
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

type Summed = ConfidenceExample & { readonly sum: number };
type Judged = ConfidenceExample & { readonly value: number };

/** Every article's sums by weights learned on the others. */
function crossValidatedSums(examples: readonly ConfidenceExample[]): Summed[] {
  const articles = [...new Set(examples.map(({ article }) => article))];
  return articles.flatMap((article) => {
    const mix = fitMix(examples.filter((example) => example.article !== article));
    return examples
      .filter((example) => example.article === article)
      .map((example) =>
        Object.assign({ sum: mix.intercept + dot(mix.weights, example.row) }, example),
      );
  });
}

/** Platt's: the logistic curve from a sum to how often the passage is right. */
function calibrate(summed: readonly Summed[]): { stretch: number; shift: number } {
  const typical = summed.filter(({ origin }) => origin !== "adversarial");
  const [stretch = 1, shift = 0] = descend(2, typical.length, 0, (current, gradient) => {
    for (const { sum, isRight } of typical) {
      const row = Float64Array.of(sum, 1);
      add(row, logistic(dot(current, row)) - (isRight ? 1 : 0), gradient);
    }
  });
  return { stretch, shift };
}

function report(judged: readonly Judged[]): void {
  const valuesOf = (origin: Origin) =>
    judged.filter((example) => example.origin === origin).map(({ value }) => value);
  const own = valuesOf("own");
  const threshold = quantile(valuesOf("off-topic"), 1 - OFF_TOPIC_ANSWERED);
  console.log(`off topic, AUROC: ${areaUnderRoc(own, valuesOf("off-topic")).toFixed(2)} %`);
  console.log(`adversarial, AUROC: ${areaUnderRoc(own, valuesOf("adversarial")).toFixed(2)} %`);
  console.log(`own answered: ${percentOf(own.map((value) => value >= threshold)).toFixed(1)} %`);
  for (let from = 0; from < 1; from += 0.1) {
    const inside = judged.filter(
      ({ origin, value }) => origin !== "adversarial" && value >= from && value < from + 0.1,
    );
    const right = percentOf(inside.map(({ isRight }) => isRight));
    console.log(`confidence ${from.toFixed(1)}: right ${right.toFixed(0)} % of ${inside.length}`);
  }
}

function rounded(threshold: number): number {
  return Number(threshold.toFixed(3));
}
