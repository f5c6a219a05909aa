import type { Article } from "../article/article.ts";
import { failedChecksOf } from "../search/confidence/answerability.ts";
import { confidenceFeaturesOf } from "../search/confidence/confidence-features.ts";
import { type ConfidenceTarget, rowFrom } from "../search/confidence/confidence.ts";
import { indexLanguage, type LanguageIndex } from "../search/index/language-index.ts";
import { compileQuery } from "../search/query/compile-query.ts";
import { parseQuery } from "../search/query/parse-query.ts";
import { rank } from "../search/ranking/ranking.ts";
import type { RankingWeights } from "../search/ranking/score.ts";
import type { Row } from "./gradient-descent.ts";
import { ENCYCLOPEDIA, type LabelledQuestion, type Origin } from "./labelled-questions.ts";

/** The confidence features of what was found for a question, and what is true of it. */
export type ConfidenceExample = Pick<LabelledQuestion, "set" | "article" | "origin"> & {
  /** How much it counts in training. */
  readonly importance: number;
  readonly row: Row;
  /** Whether the first passage fails a check, and is not shown as the answer however likely it is. */
  readonly isStopped: boolean;
  readonly is: Readonly<Record<ConfidenceTarget, boolean>>;
};

/**
 * Readers ask more often about what an article does not say than the sets do, and hardly ever questions made to look
 * answerable; encyclopedia questions repeat much of the article, which is easily recognised.
 */
const READERS: Readonly<Record<Origin, number>> = {
  own: 1,
  absent: 3,
  adversarial: 1,
  "off-topic": 0.3,
};
const ENCYCLOPEDIA_READERS: Readonly<Record<Origin, number>> = {
  own: 0.6,
  absent: 1,
  adversarial: 0.03,
  "off-topic": 0.5,
};

/**
 * `rankingFor` returns the ranking weights for an article. They must be learned on others, since scores on training
 * data would be too good.
 */
export function confidenceExamples(
  questions: readonly LabelledQuestion[],
  rankingFor: (article: Article) => RankingWeights,
): ConfidenceExample[] {
  const indexes = new Map<Article, LanguageIndex>();
  return questions.map((asked) => {
    const { set, article, origin, gold } = asked;
    const index = indexes.get(article) ?? indexLanguage([article]);
    indexes.set(article, index);
    const compiled = compileQuery(parseQuery(asked.question, index, asked.background), index);
    const ranked = rank(compiled, index, { weights: rankingFor(article) });
    const failedChecks = failedChecksOf(ranked[0], compiled);
    const features = confidenceFeaturesOf(compiled, ranked, failedChecks);
    const isRight = ranked.map(({ indexed }) => gold.has(indexed.passage.id));
    return {
      set,
      article,
      origin,
      importance: (set === ENCYCLOPEDIA ? ENCYCLOPEDIA_READERS : READERS)[origin],
      row: rowFrom(features),
      isStopped: failedChecks.size > 0,
      is: {
        answers: isRight[0] === true,
        amongThree: isRight.slice(0, 3).includes(true),
        onTopic: origin !== "off-topic",
      },
    };
  });
}
