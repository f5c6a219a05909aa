import type { MenuAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { isTopicOnly } from "../intent/topic-only.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { citeHit } from "./passage-answer.ts";

/** Of two, the better one is shown: the other is one "more" away. */
const FEWEST_CHOICES = 3;
const MOST_CHOICES = 6;

/** Below about an even chance of being the one meant, the first passage would be a guess. */
const CHANCE_OF_A_CLEAR_FIRST = 0.45;

/** A passage less than a quarter as likely as the first is not worth offering beside it. */
const LEAST_CHANCE_BESIDE_FIRST = 0.25;

/** A choice of passages, if a question only names a topic and several passages are about as near. */
export function menuOf(
  { text, findings, pack }: SearchedQuestion,
  library: ArticleLibrary,
): MenuAnswer | undefined {
  const { query, hits, confidence, verdict } = findings;
  const [first] = hits;
  if (!first || verdict === "not-covered" || !isTopicOnly(query, pack)) return undefined;

  // Ranking weights are learned under a softmax: a score is the logarithm of a likelihood.
  const chances = hits.map(({ score }) => Math.exp(score - first.score));
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  if (1 / total >= CHANCE_OF_A_CLEAR_FIRST) return undefined;

  const choices = hits
    .filter(({ article }, at) => article === first.article && isNear(chances[at]))
    .slice(0, MOST_CHOICES)
    .map((hit) => citeHit(hit, query));
  if (choices.length < FEWEST_CHOICES) return undefined;
  const nextQuestions = library.suggest(first.article, {
    question: text,
    passage: first.passage.id,
  });
  return { kind: "menu", article: first.article, choices, confidence, nextQuestions };
}

function isNear(chance = 0): boolean {
  return chance >= LEAST_CHANCE_BESIDE_FIRST;
}
