import { confidenceIn, verdictOn } from "./confidence/confidence.ts";
import type { Findings, Hit, SearchScope } from "./findings.ts";
import type { PassageIndex } from "./index/passage-index.ts";
import { compileQuery, type CompiledQuery } from "./query/compile-query.ts";
import { parseQuery } from "./query/parse-query.ts";
import { rank, type RankedPassage } from "./ranking/ranking.ts";
import type { LanguageIndex } from "./index/language-index.ts";
import { answerabilityOf } from "./confidence/answerability.ts";
import { confidenceFeaturesOf } from "./confidence/confidence-features.ts";
import { weightOf } from "./query/query-terms.ts";

export type { Findings, Hit, SearchScope } from "./findings.ts";

export function search(index: PassageIndex, question: string, scope: SearchScope = {}): Findings {
  const findings = index
    .languageIndexesFor(scope.article)
    .map((inLanguage) => searchLanguage(inLanguage, question, scope))
    .toSorted((one, other) => other.confidence - one.confidence);
  const [best] = findings;
  if (!best) throw new Error("nothing to search: no article in scope → load at least one");
  return best;
}

/** Nobody reads further down. */
const HITS = 10;

function searchLanguage(index: LanguageIndex, question: string, scope: SearchScope): Findings {
  const query = parseQuery(question, index);
  const before = scope.background === undefined ? [] : parseQuery(scope.background, index).words;
  const compiled = compileQuery(query, before, index);
  const ranked = rank(compiled, index, { speakers: scope.speakers });
  const confidence = confidenceIn(
    confidenceFeaturesOf(compiled, ranked),
    answerabilityOf(ranked[0]?.matches, compiled),
  );
  return {
    query,
    hits: ranked.slice(0, HITS).map((found) => hitOf(found, compiled)),
    confidence,
    verdict: verdictOn(confidence),
  };
}

function hitOf(
  { indexed, matches, features, editorial, score }: RankedPassage,
  { queryTerms, weight }: CompiledQuery,
): Hit {
  const { article, section, passage, by } = indexed;
  const matched = queryTerms.filter(
    (queryTerm, number) => !queryTerm.isBackground && (matches.anywhere & (1 << number)) !== 0,
  );
  return {
    article,
    section,
    passage,
    ...(by !== undefined && { by }),
    score,
    matchedTerms: matched.map(({ term }) => term),
    coverage: weightOf(~0, matched) / weight,
    features,
    editorial,
  };
}
