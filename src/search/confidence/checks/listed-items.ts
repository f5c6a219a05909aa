import type { AnswerabilityCheck } from "../answerability-check.ts";

/** "Name all twelve": a passage that joins nothing by a comma or an "and" names one thing at most. */
export const hasWhatIsListed: AnswerabilityCheck = ({ indexed }, { query }) => {
  const asksForList = query.likelyPacks[0]?.lists?.asks.test(query.text) ?? false;
  const { items } = query.pack.lists ?? {};
  return !asksForList || !items || items.test(indexed.passage.text);
};
