import type { Passage } from "../../src/article/article.ts";
import { indexLanguage } from "../../src/search/index/language-index.ts";
import { compileQuery } from "../../src/search/query/compile-query.ts";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import type { QueryTerm } from "../../src/search/query/query-terms.ts";
import { candidatesFor } from "../../src/search/ranking/candidates.ts";
import { featuresOf } from "../../src/search/ranking/features.ts";
import { findMatches } from "../../src/search/ranking/matches.ts";
import { meaningOf } from "../../src/search/ranking/meaning.ts";
import { bridgeArticle, samplePassage } from "./sample.ts";

/** What a question is asked of: passages below one heading; a text alone is a passage. */
export type Asked = {
  readonly question: string;
  readonly passages: readonly (string | Partial<Passage>)[];
  readonly heading?: string;
  readonly background?: string;
  /** English if not given. */
  readonly language?: string;
};

/** Passages p0, p1, … in an index of their own. */
export function tinyIndex(passages: Asked["passages"], heading = "", language = "en") {
  const whole = passages.map((passage, number) =>
    typeof passage === "string"
      ? samplePassage(`p${number}`, passage)
      : samplePassage(`p${number}`, "", passage),
  );
  return indexLanguage([
    bridgeArticle({ language, sections: [{ id: "only", heading, passages: whole }] }),
  ]);
}

/** The question, compiled against the passages, and how the first of them matches. */
export function matchQuestion({ question, passages, heading, background, language }: Asked) {
  const index = tinyIndex(passages, heading, language);
  const compiled = compileQuery(parseQuery(question, index, background), index);
  const [first] = index.passages;
  if (!first) throw new Error("give it a passage");
  const matches = findMatches(first, compiled);
  const engine = candidatesFor(compiled, index).find(({ number }) => number === 0)?.engine ?? 0;
  const meaning = meaningOf(compiled, index).compare(first, matches);
  return {
    index,
    compiled,
    first,
    matches,
    meaning,
    features: featuresOf(matches, first, compiled, {
      meanLength: index.meanLength,
      engine,
      meaning,
    }),
    /** The query term of a word. */
    termOf: (word: string): QueryTerm => {
      const term = index.terms.of(word);
      const found = compiled.queryTerms.find((queryTerm) => queryTerm.term === term);
      if (!found) throw new Error(`“${question}” has no query term ${word}`);
      return found;
    },
  };
}
