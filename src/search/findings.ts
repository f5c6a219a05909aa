import type { Article, Passage, Section } from "../article/article.ts";
import type { Query } from "./query/parse-query.ts";
import type { FeatureValues } from "./ranking/features.ts";

/** How a parsed question is searched for. */
export type SearchScope = {
  /** Id of a person whose words are also ranked by themselves: see `fromSpeaker`. */
  readonly speaker?: string;
  /** Use the background only if the question is not answered without it. */
  readonly mayStandAlone?: boolean;
};

/** A ranked passage. */
export type Hit = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
  /** Id of the person, if only their words were searched. */
  readonly by?: string;
  /** Comparable within one query only. */
  readonly score: number;
  readonly matchedTerms: readonly string[];
  /** Share of the query's terms that the passage has, by weight, 0 to 1. */
  readonly coverage: number;
  /** What the score is made of: see `scoreDetails`. */
  readonly features: FeatureValues;
};

/** What a search found. */
export type Findings = {
  readonly query: Query;
  /** The ten best, best first. */
  readonly hits: readonly Hit[];
  /** How likely the first hit answers, 0 to 1. Comparable across questions. */
  readonly confidence: number;
  readonly verdict: Verdict;
  /** What was found among the words of the speaker in scope alone. */
  readonly fromSpeaker?: Findings;
};

export type Verdict = "answered" | "unsure" | "not-covered";
