import type { Outcome } from "../answer/answer-question.ts";
import { voicesIn } from "../article/voices.ts";
import { scoreDetails } from "../search/ranking/score.ts";
import type { Hit } from "../search/findings.ts";

const MAX_HITS = 5;
const MAX_DETAILS = 6;
/** Smaller contributions to a score explain nothing. */
const MIN_POINTS = 0.1;

export type AnswerExplanation = ReturnType<typeof explainAnswer>;

/** Why the last answer was chosen, for the panel beside the chat. */
export function explainAnswer(question: string, { answer, findings }: Outcome) {
  const { query, hits, confidence, verdict } = findings;
  return {
    question,
    answer: answer.kind,
    verdict,
    confidence,
    wants: query.answerType,
    people: query.people.map(({ name }) => name),
    words: query.words.map(({ word, status, readAs }) => ({ word, status, readAs })),
    candidates: hits.slice(0, MAX_HITS).map(candidate),
  };
}

function candidate({ article, section, passage, score, matchedTerms, features }: Hit) {
  const details = scoreDetails(features)
    .filter(({ points }) => Math.abs(points) >= MIN_POINTS)
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .slice(0, MAX_DETAILS);
  return {
    id: `${article.slug}/${passage.id}`,
    speaker: [...new Set(voicesIn(passage).flatMap((voice) => voice.speaker?.name ?? []))].join(
      ", ",
    ),
    section: section.heading,
    text: passage.text,
    score,
    matchedTerms,
    details: details.map(({ feature, points }) => ({ feature, points })),
  };
}
