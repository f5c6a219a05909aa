import type { MenuAnswer } from "../answer.ts";
import type { ResolvedQuestion } from "../conversation/resolve-question.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { citeHit } from "./passage-answer.ts";
import { isTopicAlone } from "../conversation/topic-alone.ts";

/** With two the better one is shown: its neighbour is one "more" away. */
const FEWEST_CHOICES = 3;
const MOST_CHOICES = 6;

/** Below an even chance of being the one that is meant, the first passage would be a guess. */
const CHANCE_OF_A_CLEAR_FIRST = 0.45;

/** A passage less likely than a quarter of the first is no choice beside it. */
const LEAST_CHANCE_BESIDE_FIRST = 0.25;

/** Where a question names a topic and no more, and several passages are as near, the reader chooses. */
export function menuOf(
  { text, findings, pack }: ResolvedQuestion,
  library: ArticleLibrary,
): MenuAnswer | undefined {
  const { query, hits, confidence, verdict } = findings;
  const [first] = hits;
  if (!first || verdict === "not-covered" || !isTopicAlone(query, pack)) return undefined;

  // Scores are learned as the exponents of chances.
  const chances = hits.map(({ score }) => Math.exp(score - first.score));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  if (1 / all >= CHANCE_OF_A_CLEAR_FIRST) return undefined;

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
