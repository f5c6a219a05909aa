import type { Matches } from "../ranking/matches.ts";
import { KIND } from "../../languages/token-classes.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import { type QueryTerm, queryTermsWhere, weightOf } from "../query/query-terms.ts";
import { placeOfCounted, type AnswerType } from "../../languages/answer-type.ts";

/**
 * How plainly the first passage falls short: it is on the topic without what is asked for (`near`),
 * or it shares no more than a name with the question (`elsewhere`).
 */
export type Answerability = "none" | "near" | "elsewhere";

/** Words for times and numbers are few: without one, a passage cannot say when or how many. */
const SURE_KINDS: Readonly<Partial<Record<AnswerType, number>>> = {
  time: KIND.time | KIND.moment,
  number: KIND.number,
  duration: KIND.number | KIND.time,
};

/** What is missing weighs more than this share of the names found: they alone are no answer. */
const HEAVY = 0.75;

/** Shorter names may be abbreviations, which the passage may well spell out. */
const SHORTEST_SURE_NAME = 4;

function isStrangeName({ term, isName, isStrange, isBackground }: QueryTerm): boolean {
  return isName && isStrange && !isBackground && term.length >= SHORTEST_SURE_NAME;
}

/** A passage with less of the question than this is on something else, whatever dates and numbers it has. */
const LEAST_SHARE = 0.5;

export function answerabilityOf(
  first: Matches | undefined,
  compiled: CompiledQuery,
): Answerability {
  if (!first) return "none";

  const { query, queryTerms } = compiled;

  const asked = queryTermsWhere(queryTerms, (queryTerm) => !queryTerm.isBackground);
  const names =
    asked &
    queryTermsWhere(queryTerms, (queryTerm) => queryTerm.isName || queryTerm.people.length > 0);
  const rest = asked & ~names & queryTermsWhere(queryTerms, (queryTerm) => !queryTerm.isEveryday);
  const isMissing = rest !== 0 && (rest & first.anywhere) === 0;
  const foundNames = weightOf(names & first.anywhere, queryTerms);
  if (isMissing && weightOf(rest, queryTerms) > HEAVY * foundNames) {
    const known = queryTermsWhere(queryTerms, (queryTerm) => queryTerm.isKnown);
    return (rest & known) === 0 ? "elsewhere" : "near";
  }
  if (queryTerms.some(isStrangeName)) return "near";

  const sure = SURE_KINDS[query.answerType];
  if (sure === undefined) return "none";
  const isHeld = first.kindsBySentence.some((kinds) => (kinds & sure) !== 0);
  const share = weightOf(asked & first.anywhere, queryTerms) / compiled.weight;
  return isHeld && share >= LEAST_SHARE && hasCounted(first, compiled) ? "none" : "near";
}

/** Without a word for seats, no number in a passage is that of the seats. */
function hasCounted({ anywhere }: Matches, { query, queryTerms }: CompiledQuery): boolean {
  const start = placeOfCounted(query.text, query.askedIn);
  const counted = query.words.find((word) => word.start === start)?.term;
  const queryTerm = queryTerms.findIndex(({ term }) => term === counted);
  return queryTerm < 0 || (anywhere & (1 << queryTerm)) !== 0;
}
