import type { MenuAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { isTopicOnly } from "../intent/topic-only.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { distinctChoices } from "./distinct-choices.ts";
import { citationsFor } from "./passage-answer.ts";

/** With only two, the better one is shown; the other is one "more" away. */
const MIN_CHOICES = 3;
const MAX_CHOICES = 6;

/** Below this probability of being the one meant, showing only the first passage would be a guess. */
const CLEAR_FIRST_PROBABILITY = 0.55;

/** A passage less than a quarter as likely as the first is not worth offering. */
const MIN_RELATIVE_LIKELIHOOD = 0.25;
/** One that has all of a topic may be meant, if the topic is all that was asked. */
const MIN_WITH_TOPIC = 0.1;
const ALL_BUT_ROUNDING = 0.999;

/** A menu of passages, if a question only names a topic and several passages fit it about equally well. */
export function menuFor(
  { text, context, background, findings, pack }: SearchedQuestion,
  library: ArticleLibrary,
): MenuAnswer | undefined {
  const { query, hits, confidence, verdict } = findings;
  const [first] = hits;
  if (!first || verdict === "nothing" || !isTopicOnly(query, pack)) return undefined;
  // Whatever has all of a topic is about it; what the topic is asked for, nobody has said.
  const isFitting = verdict !== "near" || first.coverage > ALL_BUT_ROUNDING;
  if (!isFitting) return undefined;

  // Ranking weights are learned under a softmax: a score is the logarithm of a likelihood.
  const likelihoods = hits.map(({ score }) => Math.exp(score - first.score));
  const total = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
  if (1 / total >= CLEAR_FIRST_PROBABILITY) return undefined;

  const least = (coverage: number) =>
    background === undefined && coverage > ALL_BUT_ROUNDING
      ? MIN_WITH_TOPIC
      : MIN_RELATIVE_LIKELIHOOD;
  const fitting = hits.filter(
    ({ article, coverage }, at) =>
      article === first.article && (likelihoods[at] ?? 0) >= least(coverage),
  );
  const choices = distinctChoices(citationsFor(fitting, query), MAX_CHOICES);
  if (choices.length < MIN_CHOICES) return undefined;
  const nextQuestions = library.suggest(first.article, {
    question: text,
    passage: first.passage.id,
    seen: context.seen,
  });
  return { kind: "menu", article: first.article, choices, confidence, nextQuestions };
}
