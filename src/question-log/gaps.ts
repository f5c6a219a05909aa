import type { Gap } from "../feedback/question-log.ts";
import { replyName, type Trace } from "../feedback/trace.ts";
import type { RatedAnswer, Rating } from "../feedback/vote.ts";
import { byFrequency } from "./common-spellings.ts";
import { groupQuestions, type QuestionGroup } from "./group-questions.ts";

/** As many as an editor can work through; grouping them takes about a second. */
const MAX_ANSWERS = 5000;

/**
 * Questions that were not answered, or not well, grouped by what they ask for, largest group first. Only
 * the `latest` ones are grouped.
 */
export function gapsIn(answers: readonly RatedAnswer[], latest = MAX_ANSWERS): Gap[] {
  const missed = answers.filter(isMissed).slice(-latest);
  const languages = new Set(missed.map(({ trace }) => trace.language));
  return [...languages]
    .flatMap((language) =>
      groupQuestions(missed.filter(({ trace }) => trace.language === language)),
    )
    .map(gapOf)
    .toSorted((one, other) => other.asked - one.asked || compare(one.question, other.question));
}

function isMissed({ trace, rating }: RatedAnswer): boolean {
  return isUnanswered(trace) || isUnsure(trace) || isBad(rating);
}

/** The reply said that the article does not say it, whether or not a passage came near. */
function isUnanswered(trace: Trace): boolean {
  return trace.kind === "not-covered" || replyName(trace) === "near";
}

function isUnsure(trace: Trace): boolean {
  return trace.kind === "unsure" && !isUnanswered(trace);
}

const isBad = (rating: Rating | undefined) => rating !== undefined && rating !== "good";

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
