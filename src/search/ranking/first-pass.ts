import { type CompiledQuery, RELATIVE } from "../query/compile-query.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import { weightOf } from "../query/query-terms.ts";

/** A relative or synonym counts less than the word itself. */
const RELATIVE_WEIGHT = 0.7;

/**
 * Total weight of the query terms that a passage matches anywhere; 0 if it matches none. Costs about a
 * fiftieth of the full ranking, and selects the passages worth it.
 */
export function firstPassScore(indexed: IndexedPassage, compiled: CompiledQuery): number {
  const { matchedBy, queryTerms } = compiled;
  let exact = 0;
  let relative = 0;
  for (const ids of [indexed.terms, indexed.added.terms, indexed.contextTerms]) {
    for (let at = 0; at < ids.length; at += 1) {
      const matched = matchedBy[ids[at] ?? 0] ?? 0;
      if ((matched & RELATIVE) === 0) exact |= matched;
      else relative |= matched & ~RELATIVE;
    }
  }
  exact |= queryTermsNaming(indexed, compiled);
  return weightOf(exact, queryTerms) + RELATIVE_WEIGHT * weightOf(relative & ~exact, queryTerms);
}

/** Query terms that name a speaker of the passage, or somebody it mentions under any name. */
function queryTermsNaming(
  { personMentions, speakers }: IndexedPassage,
  { queryTerms }: CompiledQuery,
): number {
  let found = 0;
  for (let number = 0; number < queryTerms.length; number += 1) {
    const people = queryTerms[number]?.people ?? [];
    if (people.length === 0) continue;
    const isNamed =
      speakers.some((speaker) => people.includes(speaker)) ||
      personMentions.some(({ person }) => people.includes(person));
    if (isNamed) found |= 1 << number;
  }
  return found;
}
