import type { QueryTerm } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/** Shorter names may be abbreviations that the passage spells out. */
const MIN_CERTAIN_NAME_LENGTH = 4;

const NUMBER = /^\p{Nd}/u;

/** No passage is about a name or a number that the articles never use in any form. */
export const usesEveryName: AnswerabilityCheck = (_first, { query, queryTerms }) =>
  !query.hasUnknownValue && !queryTerms.some(isNeverUsed);

function isNeverUsed({ term, isName, isUnknownInAnyForm, isBackground }: QueryTerm): boolean {
  if (isBackground || !isUnknownInAnyForm) return false;
  return NUMBER.test(term) || (isName && term.length >= MIN_CERTAIN_NAME_LENGTH);
}
