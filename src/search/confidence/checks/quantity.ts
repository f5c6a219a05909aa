import type { AnswerType } from "../../../languages/answer-type.ts";
import { quantityAskedIn } from "../../../languages/quantities.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/** What they ask for has no unit, and no form of its own. */
export const ASK_FOR_NO_VALUE: ReadonlySet<AnswerType> = new Set(["person", "place", "reason"]);
const DIGIT = /\d/u;

/** "How old", "what share", "how long": the passage has an age, a share, a duration that the question lacks. */
export const hasAskedQuantity: AnswerabilityCheck = ({ indexed }, { query }) => {
  if (ASK_FOR_NO_VALUE.has(query.answerType)) return true;
  const [asking = query.pack] = query.likelyPacks;
  const kind = quantityAskedIn(query.text, asking);
  const { is } = (kind && query.pack.quantities?.[kind]) ?? {};
  if (!is) return true;
  for (const [value] of indexed.passage.text.matchAll(is)) {
    if (!DIGIT.test(value) || !query.text.includes(value)) return true;
  }
  return false;
};
