import type { Gap } from "../feedback/question-log.ts";
import { replyName, type Trace } from "../feedback/trace.ts";
import type { RatedAnswer, Rating } from "../feedback/vote.ts";
import { runSteps, type Steps } from "../languages/steps.ts";
import { byFrequency } from "./common-spellings.ts";
import { groupQuestions, type QuestionGroup } from "./group-questions.ts";

/** As many as an editor can work through; grouping them takes about a second. */
const MAX_ANSWERS = 5000;

/**
 * Questions that were not answered, or not well, grouped by what they ask for, largest group first. Only
 * the `latest` ones are grouped.
 */
export function gapsIn(answers: readonly RatedAnswer[], latest = MAX_ANSWERS): Gap[] {
  return runSteps(gapsInSteps(answers.filter(isMissed).slice(-latest)));
}

/** The same for answers that were `isMissed`, step by step. */
export function* gapsInSteps(missed: readonly RatedAnswer[]): Steps<Gap[]> {
  const gaps: Gap[] = [];
  for (const language of new Set(missed.map(({ trace }) => trace.language))) {
    const own = missed.filter(({ trace }) => trace.language === language);
    gaps.push(...(yield* groupQuestions(own)).map(gapOf));
  }
  return gaps.toSorted(
    (one, other) => other.asked - one.asked || compare(one.question, other.question),
  );
}

type Judged = Pick<Trace, "kind" | "verdict">;

/** Not answered, answered unsurely, or voted down. */
export function isMissed({
  trace,
  rating,
}: {
  readonly trace: Judged;
  readonly rating?: Rating;
}): boolean {
  return isUnanswered(trace) || isUnsure(trace) || isBad(rating);
}

/** The reply said that the article does not say it, whether or not a passage came near. */
export function isUnanswered(trace: Judged): boolean {
  return trace.kind === "not-covered" || replyName(trace) === "near";
}

function isUnsure(trace: Judged): boolean {
  return trace.kind === "unsure" && !isUnanswered(trace);
}

export const isBad = (rating: Rating | undefined) => rating !== undefined && rating !== "good";

function gapOf({ subject, wordings }: QuestionGroup): Gap {
  const [question = "", ...others] = wordings.map((wording) => wording.question);
  const answers = wordings.flatMap((wording) => wording.answers);
  const traces = answers.map(({ trace }) => trace);
  const [article] = byFrequency(traces.flatMap((trace) => trace.article ?? []));
  return {
    question,
    wordings: others,
    language: subject.language,
    wants: subject.wants,
    ...(article !== undefined && { article }),
    asked: answers.length,
    unanswered: traces.filter(isUnanswered).length,
    unsure: traces.filter(isUnsure).length,
    votes: votesOn(answers),
    shown: byFrequency(traces.flatMap(({ shown }) => shown)),
    traces: traces.map(({ id }) => id),
  };
}

function votesOn(answers: readonly RatedAnswer[]): Gap["votes"] {
  const votes: Partial<Record<Rating, number>> = {};
  for (const { rating } of answers) {
    if (rating !== undefined) votes[rating] = (votes[rating] ?? 0) + 1;
  }
  return votes;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
