import type { Answerer, Outcome } from "../answer/answer-question.ts";
import { shownPassages } from "../answer/shown-passages.ts";
import type { Steps } from "../languages/steps.ts";

type Run = (steps: Steps<void>) => Promise<void>;

/**
 * Finds out whether the passages that a reply will show are somebody's words, where the article does not say so: in steps, which
 * it would not be if the reply asked.
 */
export function prepareShown(answerQuestion: Answerer, run: Run): Answerer {
  return (...asked) => {
    const outcome = answerQuestion(...asked);
    return outcome instanceof Promise
      ? outcome.then((found) => prepared(found, run))
      : prepared(outcome, run);
  };
}

function prepared(outcome: Outcome, run: Run): Outcome | Promise<Outcome> {
  // It shows no cards, but may list all of a long article.
  if (outcome.answer.kind === "overview") return outcome;
  const preparing = shownPassages(outcome.answer).flatMap(
    ({ article, passage }) => article.othersWords?.prepare(passage.id) ?? [],
  );
  // What is known already need not wait for its turn.
  const left = preparing.filter((steps) => steps.next().done !== true);
  if (left.length === 0) return outcome;
  return run(allOf(left)).then(() => outcome);
}

function* allOf(all: readonly Steps<void>[]): Steps<void> {
  for (const steps of all) yield* steps;
}
