import { foldWord } from "../../../text/words.ts";
import type { CompiledQuery } from "../../query/compile-query.ts";
import type { QueryWord } from "../../query/query-words.ts";
import type { RankedPassage } from "../../ranking/ranking.ts";
import { queryTermsWhere, weightOf } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/** It is not enough to match words of earlier turns. */
export const matchesAnyTerm: AnswerabilityCheck = ({ matches }, { queryTerms }) => {
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  return (asked & matches.anywhere) !== 0;
};

/** Names alone are no answer if the rest of the question, all missing, weighs more than this share of them. */
const MAX_MISSING_SHARE = 0.75;

/**
 * "What did Marlow say about bitcoin?" is not answered by just anything that Marlow says, nor "best phone?" by a
 * passage that an editor gave the keyword "phone".
 */
export const matchesMoreThanNames: AnswerabilityCheck = (first, compiled) => {
  const { matches } = first;
  const { queryTerms } = compiled;
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  const known = queryTermsWhere(queryTerms, ({ isKnown }) => isKnown);
  if (isJudged(compiled) && isKeyword(asked & known, first)) return false;
  const names = queryTermsWhere(queryTerms, ({ isName, people }) => isName || people.length > 0);
  const rest = asked & ~names & queryTermsWhere(queryTerms, ({ isEveryday }) => !isEveryday);
  const foundNames = weightOf(asked & names & matches.anywhere, queryTerms);

  const isRestMissing = rest !== 0 && (rest & matches.anywhere) === 0;
  return !isRestMissing || weightOf(rest, queryTerms) <= MAX_MISSING_SHARE * foundNames;
};

/** Asks for a judgement of one thing, in words of no article: "best phone?" */
function isJudged({ query: { topic, pack, likelyPacks } }: CompiledQuery): boolean {
  const { words } = likelyPacks[0] ?? pack;
  const isOpinion = ({ word, status }: QueryWord) =>
    status === "unknown" && words.judgement.has(foldWord(word));
  return topic.length === 2 && topic.some(isOpinion);
}

/** Whether the passage has query terms only as keywords. */
function isKeyword(terms: number, { indexed, matches }: RankedPassage): boolean {
  const ofText = indexed.sentences + (indexed.passage.lead === undefined ? 0 : 1);
  const places = matches.termMatches.filter(
    ({ queryTerm, isExact }) => isExact && (terms & (1 << queryTerm)) !== 0,
  );
  return places.length > 0 && places.every(({ sentence }) => sentence >= ofText);
}
