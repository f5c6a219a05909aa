import type { Answerer, Outcome } from "../answer/answer-question.ts";
import { shownPassages } from "../answer/shown-passages.ts";
import type { Steps } from "../languages/steps.ts";
import { runForReader } from "./run-in-slices.ts";

/**
 * Finds out whether the passages that a reply will show are somebody's words, where the article does not say so: between other
 * answers, which would wait for it if the reply asked.
 */
export function prepareShown(answerQuestion: Answerer): Answerer {
  return (...asked) => {
    const outcome = answerQuestion(...asked);
    return outcome instanceof Promise ? outcome.then(prepared) : prepared(outcome);
  };
}

function prepared(outcome: Outcome): Outcome | Promise<Outcome> {
  // It shows no cards, but may list all of a long article.
  if (outcome.answer.kind === "overview") return outcome;
  const preparing = shownPassages(outcome.answer).flatMap(
    ({ article, passage }) => article.othersWords?.prepare(passage.id) ?? [],
  );
  if (preparing.length === 0) return outcome;
  return runForReader(allOf(preparing)).then(() => outcome);
}

function* allOf(all: readonly Steps<void>[]): Steps<void> {
  for (const steps of all) yield* steps;
}
