import type { Article, Passage, Section } from "../article/article.ts";
import type { LocatedPassage } from "./index/passage-locations.ts";
import type { ArticleScope } from "../article/article-scope.ts";
import type { Conclusion } from "./confidence/confidence.ts";
import type { Query } from "./query/parse-query.ts";
import type { FeatureValues } from "./ranking/features.ts";

/** How a parsed question is searched for. */
export type SearchScope = {
  /** Ids of people whose words are also ranked separately: see `fromSpeaker`. */
  readonly speakers?: readonly string[];
  /** The only articles to search. */
  readonly within?: ArticleScope;
  /** The passage that the reader saw last: the answer to the next question is likely to be near it. */
  readonly shown?: LocatedPassage;
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
  /** Passages of other articles that say the same in the same words. */
  readonly alsoIn?: readonly Hit[];
  /** Share of the query's terms that the passage has, by weight, 0 to 1. */
  readonly coverage: number;
  /** What makes up the score: see `scoreDetails`. */
  readonly features: FeatureValues;
};

/** What a search found. */
export type Findings = Conclusion & {
  readonly query: Query;
  /** The ten best, best first. */
  readonly hits: readonly Hit[];
  /** What was found in the words of `speakers` only. */
  readonly fromSpeaker?: Findings;
};

/**
 * What the first hits are worth: the first clearly answers; one of the first three probably does
 * (`closest`); they are on the topic, but what is asked for is not there (`near`); or nothing is near.
 */
export type Verdict = "answered" | "closest" | "near" | "nothing";
