import { queryTermsWhere, weightOf } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/** It is not enough to match words of earlier turns. */
export const matchesAnyTerm: AnswerabilityCheck = ({ matches }, { queryTerms }) => {
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  return (asked & matches.anywhere) === 0 ? "nothing" : "answers";
};

/** Names alone are no answer if the rest of the question, all missing, weighs more than this share of them. */
const MAX_MISSING_SHARE = 0.75;

/** "What did Marlow say about bitcoin?" is not answered by just anything that Marlow says. */
export const matchesMoreThanNames: AnswerabilityCheck = ({ matches }, { queryTerms }) => {
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  const names = queryTermsWhere(queryTerms, ({ isName, people }) => isName || people.length > 0);
  const rest = asked & ~names & queryTermsWhere(queryTerms, ({ isEveryday }) => !isEveryday);
  const foundNames = weightOf(asked & names & matches.anywhere, queryTerms);

  const isRestMissing = rest !== 0 && (rest & matches.anywhere) === 0;
  if (!isRestMissing || weightOf(rest, queryTerms) <= MAX_MISSING_SHARE * foundNames)
    return "answers";
  const known = queryTermsWhere(queryTerms, ({ isKnown }) => isKnown);
  return (rest & known) === 0 ? "elsewhere" : "near";
};
