import type { Findings } from "../../src/search/findings.ts";
import type { PassageIndex } from "../../src/search/index/passage-index.ts";
import { parseQuestion, type SearchQuestion } from "../../src/search/query/parse-question.ts";
import { search } from "../../src/search/search.ts";

/** Parses a text and searches for it. */
export function searchText(
  index: PassageIndex,
  text: string,
  { article, ...rest }: { readonly article?: string } & Omit<SearchQuestion, "text"> = {},
): Findings {
  return search(parseQuestion(index, { text, ...rest }, article));
}
