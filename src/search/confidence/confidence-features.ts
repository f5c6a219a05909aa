import { KIND, CLASSES_WANTED } from "../../languages/token-classes.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import { type QueryTerm, queryTermsWhere, sumOver, weightOf } from "../query/query-terms.ts";

/** Signs that the first passage answers, each of about 0 to 1 for articles of any size. */
export const CONFIDENCE_FEATURES = [
  "coverage",
  "fullCoverage",
  "exact",
  "sentence",
  "exactSentence",
  "neighbours",
  "unknown",
  "unknownNames",
  "lead",
  "chosen",
  "amount",
  "pairs",
  "near",
  "words",
  "asksKind",
  "holdsKind",
  "missingName",
  "general",
  "topic",
  "unknownCount",
  "rarestFound",
  "rarestMissing",
  "corrected",
  "score",
  "denied",
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

export const SPEAKS_AGAINST: ReadonlySet<ConfidenceFeature> = new Set([
  "unknown",
  "unknownNames",
  "unknownCount",
  "missingName",
  "rarestMissing",
  "corrected",
  "asksKind",
  "words",
  "denied",
]);

export function confidenceFeaturesOf(
  compiled: CompiledQuery,
  ranked: readonly RankedPassage[],
): Record<ConfidenceFeature, number> {
  const { queryTerms, weight, query } = compiled;
  const asked = queryTermsWhere(queryTerms, (queryTerm) => !queryTerm.isBackground);
  const [first] = ranked;
  const found = (first?.matches.anywhere ?? 0) & asked;
  const features: Readonly<Record<string, number>> = first?.features ?? {};
  const share = (set: number) => weightOf(set & asked, queryTerms) / weight;
  const names = queryTermsWhere(
    queryTerms,
    (queryTerm) => queryTerm.isName && !queryTerm.isBackground,
  );
  const unknown = queryTermsWhere(queryTerms, (queryTerm) => !queryTerm.isKnown);
  const general = sumOver(asked, queryTerms, (queryTerm) => queryTerm.general ** 3) || 1;
  return {
    coverage: share(found),
    fullCoverage: share(found) ** 3,
    exact: share(exactly(first)),
    sentence: features["sentenceShare"] ?? 0,
    exactSentence: Math.min(1, (features["sentenceExact"] ?? 0) / weight),
    neighbours: Math.min(1, (features["neighbours"] ?? 0) / weight),
    unknown: share(unknown),
    unknownNames: Math.min(2, count(unknown & names)) / 2,
    lead: lead(ranked),
    chosen: chosen(ranked),
    amount: Math.min(1, weightOf(found, queryTerms) / 3),
    pairs: Math.min(1, ((features["pairs"] ?? 0) + (features["bigrams"] ?? 0)) / weight),
    near: Math.min(1, (features["nearPairs"] ?? 0) / weight),
    words: Math.min(1, count(asked) / 10),
    asksKind: CLASSES_WANTED[query.answerType] === 0 ? 0 : 1,
    holdsKind: holdsKind(features),
    missingName: share(names & ~found),
    general: sumOver(found, queryTerms, (queryTerm) => queryTerm.general ** 3) / general,
    topic: Math.min(
      1,
      sumOver(found, queryTerms, (queryTerm) => queryTerm.general ** 2 * (1 - queryTerm.local)),
    ),
    unknownCount: count(unknown) / Math.max(1, count(asked)),
    rarestFound: greatest(found, queryTerms),
    rarestMissing: greatest(asked & ~found, queryTerms),
    corrected: Math.min(1, query.words.filter((word) => word.status === "corrected").length / 2),
    score: Math.min(1, Math.max(0, first?.score ?? 0) / HIGH_SCORE),
    denied: query.isDenial && !denies(first) ? 1 : 0,
  };
}

/** Query terms that the passage has by the very word, in its text or around it. */
function exactly(first: RankedPassage | undefined): number {
  if (!first) return 0;
  const { anywhere, inText, exactBySentence } = first.matches;
  return exactBySentence.reduce((all, queryTerms) => all | queryTerms, anywhere & ~inText);
}

/** Scores beyond this make no difference. */
const HIGH_SCORE = 15;

/** An article tells what is so; where it tells what is not, it has a word for that. */
function denies(first: RankedPassage | undefined): boolean {
  return (first?.matches.kindsBySentence ?? []).some((kinds) => (kinds & KIND.denial) !== 0);
}

/** Leads beyond this make no difference. */
const CLEAR_LEAD = 4;

function lead([first, second]: readonly RankedPassage[]): number {
  if (!first) return 0;
  return Math.min(1, (first.score - (second?.score ?? 0)) / CLEAR_LEAD);
}

/** How likely the first is the right one if one of them is: the softmax that the weights come from. */
function chosen(ranked: readonly RankedPassage[]): number {
  const [first] = ranked;
  let total = 0;
  for (const { score } of ranked) total += Math.exp(score - (first?.score ?? 0));
  return total === 0 ? 0 : 1 / total;
}

function holdsKind(features: Readonly<Record<string, number>>): number {
  let held = 0;
  for (const kind of ["time", "person", "number", "place", "reason"]) held += features[kind] ?? 0;
  return held;
}

/** The rarity, in the language at large, of the rarest of the query terms. */
function greatest(set: number, queryTerms: readonly QueryTerm[]): number {
  let most = 0;
  for (const [number, { general }] of queryTerms.entries()) {
    if ((set & (1 << number)) !== 0) most = Math.max(most, general);
  }
  return most;
}

function count(set: number): number {
  let rest = set;
  let total = 0;
  for (; rest !== 0; rest &= rest - 1) total += 1;
  return total;
}
