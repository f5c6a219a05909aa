import { foreignQuestion } from "../evaluation/evaluate-squad.ts";
import { seededRandom } from "../evaluation/random.ts";
import type { QuestionSet } from "../evaluation/squad.ts";
import type { Answerability } from "../search/confidence/answerability-check.ts";
import { answerabilityOf } from "../search/confidence/answerability.ts";
import {
  CONFIDENCE_FEATURES,
  confidenceFeaturesOf,
} from "../search/confidence/confidence-features.ts";
import { indexLanguage } from "../search/index/language-index.ts";
import { compileQuery } from "../search/query/compile-query.ts";
import { parseQuery } from "../search/query/parse-query.ts";
import { rank } from "../search/ranking/ranking.ts";
import type { RankingWeights } from "../search/ranking/score.ts";
import type { Row } from "./gradient-descent.ts";

export type Origin = "own" | "off-topic" | "adversarial";

/** The confidence features of a question's first passage, and whether that passage answers it. */
export type ConfidenceExample = {
  readonly article: string;
  readonly origin: Origin;
  readonly row: Row;
  readonly answerability: Answerability;
  readonly isRight: boolean;
};

const SEED = 7;
/** With only one each, the thresholds would depend on a few random questions. */
const OFF_TOPIC_FOR_EACH_OWN = 3;

/**
 * Weight of an example in training. Off-topic questions together count as much as own ones; adversarial
 * ones count little, because the set has far more of them than readers ask.
 */
export const IMPORTANCE: Readonly<Record<Origin, number>> = {
  own: 1,
  "off-topic": 1 / OFF_TOPIC_FOR_EACH_OWN,
  adversarial: 0.03,
};

/**
 * Asks every article its own questions, adversarial ones and those of other articles. `rankingFor` returns
 * the ranking weights for an article. They must be learned on the others, since scores on training data would
 * be too good.
 */
export function confidenceExamples(
  set: QuestionSet,
  rankingFor: (article: string) => RankingWeights | undefined,
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
      return {
        article: slug,
        origin,
        row: Float64Array.from(CONFIDENCE_FEATURES, (feature) => features[feature]),
        answerability: answerabilityOf(ranked[0], compiled),
        isRight: passage !== undefined && ranked[0]?.indexed.passage.id === passage,
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
