import { foreignQuestion } from "../evaluation/evaluate-squad.ts";
import { seededRandom } from "../evaluation/random.ts";
import type { QuestionSet } from "../evaluation/squad.ts";
import { compileQuery } from "../search/query/compile-query.ts";
import { parseQuery } from "../search/query/parse-query.ts";
import { rank, type RankingWeights } from "../search/ranking/ranking.ts";
import { indexLanguage } from "../search/index/language-index.ts";
import { answerabilityOf, type Answerability } from "../search/confidence/answerability.ts";
import {
  CONFIDENCE_FEATURES,
  confidenceFeaturesOf,
} from "../search/confidence/confidence-features.ts";
import type { Row } from "./gradient-descent.ts";

export type Origin = "own" | "off-topic" | "adversarial";

/** The features of a question's first passage, and whether that passage answers it. */
export type ConfidenceExample = {
  readonly article: string;
  readonly origin: Origin;
  readonly row: Row;
  readonly answerability: Answerability;
  readonly isRight: boolean;
};

const SEED = 7;
/** More than one, so that the thresholds do not hang on a few drawn by chance. */
const OFF_TOPIC_FOR_EACH_OWN = 3;

/**
 * What an example counts: off-topic ones as much as own ones together, and little those made to
 * mislead, of which the set has more than any reader asks.
 */
export const IMPORTANCE: Readonly<Record<Origin, number>> = {
  own: 1,
  "off-topic": 1 / OFF_TOPIC_FOR_EACH_OWN,
  adversarial: 0.03,
};

/**
 * The set's questions put to their own articles, and others of other articles. `rankingFor` gives
 * the weights by which the passages of an article are ranked: those learned on the others, or the
 * lead would be flattered.
 */
export function confidenceExamples(
  set: QuestionSet,
  rankingFor: (article: string) => RankingWeights,
): ConfidenceExample[] {
  const random = seededRandom(SEED);
  return set.articles.flatMap((article) => {
    const { slug } = article;
    const index = indexLanguage([article]);
    const weights = rankingFor(slug);
    const exampleOf = (question: string, origin: Origin, passage?: string): ConfidenceExample => {
      const compiled = compileQuery(parseQuery(question, index), index);
      const ranked = rank(compiled, index, { weights });
      const features = confidenceFeaturesOf(compiled, ranked);
      const isRight = passage !== undefined && ranked[0]?.indexed.passage.id === passage;
      return {
        article: slug,
        origin,
        row: Float64Array.from(CONFIDENCE_FEATURES, (feature) => features[feature]),
        answerability: answerabilityOf(ranked[0]?.matches, compiled),
        isRight,
      };
    };
    const own = set.answerable.filter((asked) => asked.article === slug);
    const adversarial = set.adversarial.filter((asked) => asked.article === slug);
    return [
      ...own.map((asked) => exampleOf(asked.question, "own", asked.passage)),
      ...own.flatMap(() =>
        Array.from({ length: OFF_TOPIC_FOR_EACH_OWN }, () =>
          exampleOf(foreignQuestion(set, slug, random), "off-topic"),
        ),
      ),
      ...adversarial.map((asked) => exampleOf(asked.question, "adversarial")),
    ];
  });
}
