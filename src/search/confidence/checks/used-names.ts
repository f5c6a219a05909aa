import type { QueryTerm } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/** Shorter names may be abbreviations that the passage spells out. */
const MIN_CERTAIN_NAME_LENGTH = 4;

/** No passage is about a name that the articles never use in any form. */
export const usesEveryName: AnswerabilityCheck = (_first, { queryTerms }) =>
  queryTerms.some(isNeverUsed) ? "near" : "answers";

function isNeverUsed({ term, isName, isUnknownInAnyForm, isBackground }: QueryTerm): boolean {
  return isName && isUnknownInAnyForm && !isBackground && term.length >= MIN_CERTAIN_NAME_LENGTH;
}
