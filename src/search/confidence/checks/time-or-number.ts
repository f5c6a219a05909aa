import { type AnswerType, startOfCounted } from "../../../languages/answer-type.ts";
import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import { queryTermsWhere, weightOf } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/** Words for times and numbers are few: a passage without one cannot say when or how many. */
const RECOGNISABLE: Readonly<Partial<Record<AnswerType, number>>> = {
  time: TOKEN_CLASS.time | TOKEN_CLASS.moment,
  number: TOKEN_CLASS.number,
  duration: TOKEN_CLASS.number | TOKEN_CLASS.time,
};

export const hasTimeOrNumber: AnswerabilityCheck = ({ matches }, { query }) => {
  const classes = RECOGNISABLE[query.answerType];
  const isFound = matches.classesBySentence.some((found) => (found & (classes ?? 0)) !== 0);
  return classes === undefined || isFound ? "answers" : "near";
};

/** A passage that matches less of the question is on something else, whatever dates and numbers it has. */
const LEAST_SHARE = 0.5;

export const coversHalf: AnswerabilityCheck = ({ matches }, { query, queryTerms, weight }) => {
  if (RECOGNISABLE[query.answerType] === undefined) return "answers";
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  const share = weightOf(asked & matches.anywhere, queryTerms) / weight;
  return share >= LEAST_SHARE ? "answers" : "near";
};

/** In a passage without a word for seats, no number is that of the seats. */
export const hasWhatIsCounted: AnswerabilityCheck = ({ matches }, { query, queryTerms }) => {
  if (RECOGNISABLE[query.answerType] === undefined) return "answers";
  const start = startOfCounted(query.text, query.askedIn);
  const counted = query.words.find((word) => word.start === start)?.term;
  const number = queryTerms.findIndex(({ term }) => term === counted);
  return number < 0 || (matches.anywhere & (1 << number)) !== 0 ? "answers" : "near";
};
