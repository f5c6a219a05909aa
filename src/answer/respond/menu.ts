import type { MenuAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { isTopicOnly } from "../intent/topic-only.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { citeHit } from "./passage-answer.ts";

/** With only two, the better one is shown; the other is one "more" away. */
const MIN_CHOICES = 3;
const MAX_CHOICES = 6;

/** Below this probability of being the one meant, showing only the first passage would be a guess. */
const CLEAR_FIRST_PROBABILITY = 0.52;

/** A passage less than a quarter as likely as the first is not worth offering. */
const MIN_RELATIVE_LIKELIHOOD = 0.25;

/** A menu of passages, if a question only names a topic and several passages fit it about equally well. */
export function menuFor(
  { text, context, findings, pack }: SearchedQuestion,
  library: ArticleLibrary,
): MenuAnswer | undefined {
  const { query, hits, confidence, verdict } = findings;
  const [first] = hits;
  const isFitting = verdict === "answered" || verdict === "closest";
  if (!first || !isFitting || !isTopicOnly(query, pack)) return undefined;

  // Ranking weights are learned under a softmax: a score is the logarithm of a likelihood.
  const likelihoods = hits.map(({ score }) => Math.exp(score - first.score));
  const total = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
  if (1 / total >= CLEAR_FIRST_PROBABILITY) return undefined;

  const choices = hits
    .filter(({ article }, at) => article === first.article && isLikely(likelihoods[at]))
    .slice(0, MAX_CHOICES)
    .map((hit) => citeHit(hit, query));
  if (choices.length < MIN_CHOICES) return undefined;
  const nextQuestions = library.suggest(first.article, {
    question: text,
    passage: first.passage.id,
    seen: context.seen,
  });
  return { kind: "menu", article: first.article, choices, confidence, nextQuestions };
}

function isLikely(likelihood = 0): boolean {
  return likelihood >= MIN_RELATIVE_LIKELIHOOD;
}
