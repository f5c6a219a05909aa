import { findMatches } from "./ranking/matches.ts";
import { compileQuery } from "./query/compile-query.ts";
import type { ParsedQuestion } from "./query/parse-question.ts";
import { queryTermsWhere } from "./query/query-terms.ts";
import { spokenBy } from "./query/spoken-by.ts";

/** Whether a person uses every term of a question in one passage; ranks nothing. */
export function saysAllOf(parsed: ParsedQuestion, person: string): boolean {
  return [...parsed].some(([index, query]) => {
    const compiled = compileQuery(query, index);
    const asked = queryTermsWhere(compiled.queryTerms, ({ isBackground }) => !isBackground);
    for (let number = 0; number < index.passages.length; number += 1) {
      if (!index.passages.speakersOf(number).includes(person)) continue;
      const indexed = index.passages.at(number);
      const spoken = indexed && spokenBy(indexed, person);
      if (spoken && (asked & ~findMatches(spoken, compiled).anywhere) === 0) return true;
    }
    return false;
  });
}
