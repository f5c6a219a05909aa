import type { Article, Passage, Section } from "../article/article.ts";
import type { PassageIndex } from "./passage-index.ts";
import { readQuestion, type Query } from "./question.ts";
import { rank } from "./ranking.ts";
import type { Shelf } from "./shelf.ts";

/** Where to look, and what was said before. */
export type SearchScope = {
  /** Slug: only this article. */
  readonly article?: string;
  /** Ids of people: only passages of theirs. */
  readonly speakers?: readonly string[];
  /** What was said before, for follow-ups: of lower weight, never counted as unknown. */
  readonly background?: string;
};

/** A passage found. */
export type Hit = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
  /** Comparable within one query only. */
  readonly score: number;
  readonly matchedTerms: readonly string[];
  /** Share of the question's terms that the passage has, 0 to 1, rare ones counting more. */
  readonly coverage: number;
  /** What the score is made of. */
  readonly features: Readonly<Record<string, number>>;
};

/** What was found for one question. */
export type Findings = {
  readonly query: Query;
  /** Best first. */
  readonly hits: readonly Hit[];
  /** 0 to 1, comparable across questions: how likely the first hit answers. */
  readonly confidence: number;
  readonly verdict: "answered" | "unsure" | "not-covered";
};

export function searchPassages(
  index: PassageIndex,
  question: string,
  scope: SearchScope = {},
): Findings {
  const findings = index
    .shelvesFor(scope.article)
    .map((shelf) => searchShelf(shelf, question, scope))
    .toSorted((one, other) => other.confidence - one.confidence);
  const [best] = findings;
  if (!best) throw new Error("nothing to search: no article in scope → load at least one");
  return best;
}

function searchShelf(shelf: Shelf, question: string, scope: SearchScope): Findings {
  const query = readQuestion(question, shelf);
  const hits = rank(shelf, query, scope);
  const confidence = hits[0]?.coverage ?? 0;
  return { query, hits, confidence, verdict: verdictOn(confidence) };
}

/** First guesses, to be replaced by thresholds chosen from data. */
const ANSWERED_FROM = 0.65;
const UNSURE_FROM = 0.35;

function verdictOn(confidence: number): Findings["verdict"] {
  if (confidence >= ANSWERED_FROM) return "answered";
  return confidence >= UNSURE_FROM ? "unsure" : "not-covered";
}
