import { queryTermsWhere, weightOf } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/** What was said before is no match by itself. */
export const matchesAnyTerm: AnswerabilityCheck = ({ matches }, { queryTerms }) => {
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  return (asked & matches.anywhere) === 0 ? "nothing" : "answers";
};

/** If everything but the names is missing and weighs more than this share of the names found, they alone are no answer. */
const HEAVY = 0.75;

/** "What did Marlow say about bitcoin?" is not answered by any other words of Marlow. */
export const matchesMoreThanNames: AnswerabilityCheck = ({ matches }, { queryTerms }) => {
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  const names = queryTermsWhere(queryTerms, ({ isName, people }) => isName || people.length > 0);
  const rest = asked & ~names & queryTermsWhere(queryTerms, ({ isEveryday }) => !isEveryday);
  const foundNames = weightOf(asked & names & matches.anywhere, queryTerms);

  const isRestMissing = rest !== 0 && (rest & matches.anywhere) === 0;
  if (!isRestMissing || weightOf(rest, queryTerms) <= HEAVY * foundNames) return "answers";
  const known = queryTermsWhere(queryTerms, ({ isKnown }) => isKnown);
  return (rest & known) === 0 ? "elsewhere" : "near";
};
