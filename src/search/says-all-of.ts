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
    return index.passages.some((indexed) => {
      const spoken = spokenBy(indexed, person);
      return spoken !== undefined && (asked & ~findMatches(spoken, compiled).anywhere) === 0;
    });
  });
}
