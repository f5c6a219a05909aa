import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/** Articles mostly say what is the case; a passage that says what is not has a negation. */
export const hasNegationAsAsked: AnswerabilityCheck = ({ matches }, { query }) =>
  !query.isNegated ||
  matches.classesBySentence.some((classes) => (classes & TOKEN_CLASS.negation) !== 0);
