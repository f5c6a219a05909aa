import type { CompiledQuery } from "../query/compile-query.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";
import { weightOf } from "../query/query-terms.ts";

/** Another form or another word of the same meaning is worth less than the word itself. */
const WORTH_OF_RELATIVE = 0.7;

/**
 * What a passage has of a question, at first sight: the weight of the words found, wherever they
 * stand. It costs a fiftieth of a close look and says which passages deserve one; 0 for none of it.
 */
export function firstPassScore(indexed: IndexedPassage, compiled: CompiledQuery): number {
  const { queryTermOf, queryTerms } = compiled;
  let exact = 0;
  let relative = 0;
  for (const ids of [indexed.terms, indexed.contextTerms]) {
    for (let at = 0; at < ids.length; at += 1) {
      const code = queryTermOf[ids[at] ?? 0] ?? 0;
      if (code > 0) exact |= 1 << (code - 1);
      else if (code < 0) relative |= 1 << (-code - 1);
    }
  }
  exact |= queryTermsNaming(indexed, compiled);
  return weightOf(exact, queryTerms) + WORTH_OF_RELATIVE * weightOf(relative & ~exact, queryTerms);
}

/** Query terms that name somebody whom the passage names too, by any name, or who speaks it. */
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
