import type { Article, Passage, Section } from "../article/article.ts";
import type { Query } from "./query/parse-query.ts";
import type { FeatureValues } from "./ranking/features.ts";

/** How a parsed question is searched for. */
export type SearchScope = {
  /** Id of a person: what they say is ranked by itself as well, see `fromSpeaker`. */
  readonly speaker?: string;
  /** The background is used only where the question is not answered without it. */
  readonly mayStandAlone?: boolean;
};

/** A passage found. */
export type Hit = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
  /** Id of the person whose words alone were searched. */
  readonly by?: string;
  /** Comparable within one query only. */
  readonly score: number;
  readonly matchedTerms: readonly string[];
  /** Share of the question's terms that the passage has, 0 to 1, rare ones counting more. */
  readonly coverage: number;
  /** What the score is made of: see `scoreDetails`. */
  readonly features: FeatureValues;
};

/** What was found for one question. */
export type Findings = {
  readonly query: Query;
  /** The ten best, best first. */
  readonly hits: readonly Hit[];
  /** 0 to 1, comparable across questions: how likely the first hit answers. */
  readonly confidence: number;
  readonly verdict: Verdict;
  /** What was found in the words of the speaker asked for alone. */
  readonly fromSpeaker?: Findings;
};

export type Verdict = "answered" | "unsure" | "not-covered";
