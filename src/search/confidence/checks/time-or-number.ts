import { type AnswerType, startOfCounted } from "../../../languages/answer-type.ts";
import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import { queryTermsWhere, weightOf } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/** Times and numbers are recognisable: a passage without any cannot say when or how many. */
export const RECOGNISABLE: Readonly<Partial<Record<AnswerType, number>>> = {
  time: TOKEN_CLASS.time | TOKEN_CLASS.moment,
  number: TOKEN_CLASS.number,
  duration: TOKEN_CLASS.number | TOKEN_CLASS.time,
};

export const hasTimeOrNumber: AnswerabilityCheck = ({ matches }, { query }) => {
  const classes = RECOGNISABLE[query.answerType];
  const isFound = matches.classesBySentence.some((found) => (found & (classes ?? 0)) !== 0);
  return classes === undefined || isFound;
};

/** A passage that matches less of the question is about something else, whatever its dates and numbers. */
const MIN_SHARE = 0.5;

export const coversHalf: AnswerabilityCheck = ({ matches }, { query, queryTerms, weight }) => {
  if (RECOGNISABLE[query.answerType] === undefined) return true;
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  const share = weightOf(asked & matches.anywhere, queryTerms) / weight;
  return share >= MIN_SHARE;
};

/** A passage that does not mention seats cannot say how many there are. */
export const hasWhatIsCounted: AnswerabilityCheck = ({ matches }, { query, queryTerms }) => {
  if (RECOGNISABLE[query.answerType] === undefined) return true;
  const start = startOfCounted(query.text, query.likelyPacks);
  const counted = query.words.find((word) => word.start === start)?.term;
  const number = queryTerms.findIndex(({ term }) => term === counted);
  return number < 0 || (matches.anywhere & (1 << number)) !== 0;
};
