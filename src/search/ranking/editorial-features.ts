import type { Person } from "../../article/article.ts";
import { ANSWER_TYPE_CLASSES } from "../../languages/token-classes.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import { queryTermsWhere, weightOf } from "../query/query-terms.ts";
import type { Matches } from "./matches.ts";

/**
 * For what editors and attribution add to a passage. The articles to learn from have nothing of the kind, so these
 * weights are set by hand, near what golden questions about two articles say is best for a third.
 */
export const EDITORIAL_WEIGHTS = {
  /** The question names the speaker. */
  speaker: 1.2,
  /** Weight of the query terms in the heading, or the names of one of several speakers, that the text lacks. */
  context: 2.25,
  /** The heading has every query term: any passage below it may be meant. */
  heading: 2,
  /** The lead, the fact in a few words, has the answer type. */
  lead: 1,
  /** Weight of the query terms in the lead and the keywords: editors write them for what readers ask. */
  keywords: 1.5,
} as const;

export const EDITORIAL_FEATURES = ["speaker", "context", "heading", "lead", "keywords"] as const;

export type EditorialFeature = (typeof EDITORIAL_FEATURES)[number];

export function editorialFeatures(
  matches: Matches,
  indexed: IndexedPassage,
  compiled: CompiledQuery,
): Readonly<Record<EditorialFeature, number>> {
  return {
    speaker: namesSpeaker(indexed, compiled.query.people) ? 1 : 0,
    context: weightOf(matches.anywhere & ~matches.inText, compiled.queryTerms),
    heading: hasEveryTerm(matches.inHeading, compiled) ? 1 : 0,
    lead: leadHasAnswerType(indexed, matches, compiled) ? 1 : 0,
    keywords: namesTopicOnly(compiled) ? 0 : weightOf(matches.byEditors, compiled.queryTerms),
  };
}

/** The publisher speaks wherever nobody else does, so naming it says nothing. */
function namesSpeaker({ article, speakers }: IndexedPassage, people: readonly Person[]): boolean {
  const { publisher } = article.source;
  return people.some(({ id }) => id !== publisher?.id && speakers.includes(id));
}

/** A word alone is a topic that several passages may have, whatever their editors thought to add. */
function namesTopicOnly({ queryTerms }: CompiledQuery): boolean {
  return queryTerms.filter(({ isBackground }) => !isBackground).length < 2;
}

function hasEveryTerm(found: number, { queryTerms }: CompiledQuery): boolean {
  const asked = queryTermsWhere(queryTerms, (queryTerm) => !queryTerm.isBackground);
  return asked !== 0 && (asked & ~found) === 0;
}

/** The lead is indexed as the sentence after those of the text. */
function leadHasAnswerType(
  { passage, sentences }: IndexedPassage,
  { classesBySentence }: Matches,
  { query }: CompiledQuery,
): boolean {
  const classes = passage.lead === undefined ? 0 : (classesBySentence[sentences] ?? 0);
  return (classes & ANSWER_TYPE_CLASSES[query.answerType]) !== 0;
}
