import type { Outcome } from "../answer/answer-question.ts";
import { voicesIn } from "../article/voices.ts";
import { scoreDetails } from "../search/ranking/score.ts";
import type { Hit } from "../search/findings.ts";

const HITS_SHOWN = 5;
const DETAILS_SHOWN = 6;
/** Smaller shares of a score explain nothing. */
const LEAST_POINTS = 0.1;

/** Why the last answer is what it is, for the panel beside the chat. */
export type Explained = ReturnType<typeof explained>;

export function explained(question: string, { answer, findings }: Outcome) {
  const { query, hits, confidence, verdict } = findings;
  return {
    question,
    answer: answer.kind,
    verdict,
    confidence,
    wants: query.answerType,
    people: query.people.map(({ name }) => name),
    words: query.words.map(({ word, status, readAs }) => ({ word, status, readAs })),
    candidates: hits.slice(0, HITS_SHOWN).map(candidate),
  };
}

function candidate({ article, section, passage, score, matchedTerms, features }: Hit) {
  const details = scoreDetails(features)
    .filter(({ points }) => Math.abs(points) >= LEAST_POINTS)
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .slice(0, DETAILS_SHOWN);
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
