import type { ArticleScope } from "../article/article-scope.ts";
import { runSteps, type Steps } from "../languages/steps.ts";
import { conclude } from "./confidence/confidence.ts";
import type { Findings, Hit, SearchScope } from "./findings.ts";
import type { LanguageIndex } from "./index/language-index.ts";
import type { LocatedPassage } from "./index/passage-locations.ts";
import { compileQuery, type CompiledQuery } from "./query/compile-query.ts";
import { withoutBackground, type Query } from "./query/parse-query.ts";
import { type ParsedQuestion, SHARE_OF_TRANSLATED } from "./query/parse-question.ts";
import { weightOf } from "./query/query-terms.ts";
import { withoutCopies } from "./ranking/copies.ts";
import { laterFirst } from "./ranking/later-first.ts";
import { rankInSteps, type RankedPassage } from "./ranking/ranking.ts";

export type SearchInSteps = (parsed: ParsedQuestion, scope?: SearchScope) => Steps<Findings>;

/** Finds the passages that answer a question, in the language with the most confident first hit. */
export function search(...asked: Parameters<SearchInSteps>): Findings {
  return runSteps(searchInSteps(...asked));
}

export const searchInSteps: SearchInSteps = function* (
  parsed,
  { speakers, within, shown, mayStandAlone = false } = {},
) {
  const standalone = mayStandAlone
    ? yield* searchLanguages(parsed, { dropsBackground: true, within })
    : undefined;
  const dropsBackground = standalone?.verdict === "answered";
  const findings = dropsBackground ? standalone : yield* searchLanguages(parsed, { within, shown });
  if (speakers === undefined) return findings;
  const ofSpeaker = { dropsBackground, speakers, within, shown };
  return { ...findings, fromSpeaker: yield* searchLanguages(parsed, ofSpeaker) };
};

type Options = {
  readonly dropsBackground?: boolean;
  readonly speakers?: readonly string[] | undefined;
  readonly within?: ArticleScope | undefined;
  readonly shown?: LocatedPassage | undefined;
};

function* searchLanguages(
  parsed: ParsedQuestion,
  { dropsBackground = false, ...scope }: Options,
): Steps<Findings> {
  const found: Findings[] = [];
  for (const [index, query] of parsed) {
    const asked = dropsBackground ? withoutBackground(query) : query;
    found.push(yield* searchLanguage(asked, index, scope));
  }
  const [best] = found.toSorted((one, other) => comparable(other) - comparable(one));
  if (!best) throw new Error("nothing to search: no article in scope → load at least one");
  return best;
}

/** Where within in two languages answer, the reader gets one in the language of the question. */
function comparable({ confidence, query: { likelyPacks, pack } }: Findings): number {
  return likelyPacks[0] === pack ? confidence : confidence * SHARE_OF_TRANSLATED;
}

/** Nobody reads further down. */
const MAX_HITS = 10;

function* searchLanguage(
  query: Query,
  index: LanguageIndex,
  { speakers, within, shown }: Omit<Options, "dropsBackground">,
): Steps<Findings> {
  const compiled = compileQuery(withoutNamesOf(speakers, query), index);
  yield;
  const best = yield* rankInSteps(compiled, index, { speakers, within, shown });
  const { ranked, copies } = withoutCopies(laterFirst(best));
  yield;
  return {
    query,
    hits: ranked.slice(0, MAX_HITS).map((found) => {
      const alsoIn = copies.get(found)?.map((copy) => hitOf(copy, compiled));
      return alsoIn ? { ...hitOf(found, compiled), alsoIn } : hitOf(found, compiled);
    }),
    ...conclude(compiled, ranked),
  };
}

/** The words of one of several speakers need not name the others. */
function withoutNamesOf(speakers: readonly string[] | undefined, query: Query): Query {
  if (!speakers || speakers.length < 2) return query;
  const topic = query.topic.filter(({ names }) => !names.some((id) => speakers.includes(id)));
  return topic.length > 0 ? { ...query, topic } : query;
}

function hitOf(
  { indexed, matches, features, score }: RankedPassage,
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
  };
}
