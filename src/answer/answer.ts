/** What we say: an answer as data. How it looks is a matter of the layers to the right. */
import type { Article, Passage, Person, Section } from "../article/article.ts";
import type { Language } from "../languages/language.ts";
import type { SmallTalkTopic } from "../languages/language-pack.ts";
import type { Snippet } from "../search/snippet.ts";

/** A passage with its place: enough to say who says it, in what capacity and where. */
export type Citation = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
  /** Id of the person whose words of it are meant. */
  readonly by?: string;
  /** What of it answers. */
  readonly snippet?: Snippet;
};

/** A word of the question that was taken for another, because the article lacks it. */
type Correction = { readonly word: string; readonly readAs: string };

/** A passage that answers, or (`unsure`) one that is near and may not answer. */
export type PassageAnswer = Citation & {
  readonly kind: "answered" | "unsure";
  readonly snippet: Snippet;
  /** 0 to 1, comparable across questions. */
  readonly confidence: number;
  /** Whether the passage itself was asked for, or who says it. */
  readonly asksFor: "passage" | "speaker";
  readonly corrections: readonly Correction[];
  /** Of one that is near: nothing in it is of the kind asked for, such as a number for "how many". */
  readonly lacksFact?: boolean;
  /** The passages before and behind it, where more was asked for about it. */
  readonly neighbours?: readonly Citation[];
  readonly nextQuestions: readonly string[];
};

/** Several passages that are as near as each other, best first: the reader chooses. */
export type MenuAnswer = {
  readonly kind: "menu";
  readonly article: Article;
  readonly choices: readonly Citation[];
  readonly confidence: number;
  readonly nextQuestions: readonly string[];
};

export type NotCovered = {
  readonly kind: "not-covered";
  /** `not-said-by`: the person is not quoted on that; `not-said`: nobody says it. */
  readonly reason: "not-said" | "not-said-by";
  readonly person?: Person;
  /** Words of the question that the article never uses. */
  readonly unknownWords: readonly string[];
  /** Where the reader may go on. */
  readonly article?: Article;
  readonly confidence: number;
  readonly nextQuestions: readonly string[];
};

/** All that a person says in an article, one passage a point, in the article's order. */
type PointsAnswer = {
  readonly kind: "points";
  readonly person: Person;
  readonly article: Article;
  readonly points: readonly Citation[];
};

export type PersonAnswer = {
  readonly kind: "person";
  readonly person: Person;
  readonly article: Article;
  /** What they say in the article; empty where they are only named. */
  readonly points: readonly Citation[];
};

export type OverviewAnswer = {
  readonly kind: "overview";
  /** `library` where several articles are known and none is chosen. */
  readonly of: "sections" | "key-facts" | "dates" | "people" | "library";
  readonly articles: readonly [Article, ...Article[]];
  readonly passages: readonly Citation[];
};

type SourceAnswer = { readonly kind: "source"; readonly article: Article };

export type SmallTalk = { readonly kind: "small-talk"; readonly topic: SmallTalkTopic };

export type Answer =
  | PassageAnswer
  | MenuAnswer
  | NotCovered
  | PointsAnswer
  | PersonAnswer
  | OverviewAnswer
  | SourceAnswer
  | SmallTalk;

/** What a conversation is about, as ids: small enough to be kept, and to outlive a restart. */
export type Context = {
  /** In which it was held last. */
  readonly language?: Language;
  /** BCP 47 code of the language that the reader's app speaks. */
  readonly clientLanguage?: string;
  /** Slug of the article spoken of. */
  readonly article?: string;
  /** The last question that was answered, verbatim. */
  readonly question?: string;
  /** The last question, answered or not: "no, I meant …". */
  readonly asked?: string;
  /** Id of the passage shown last. */
  readonly passage?: string;
  /** Id of the person spoken of last. */
  readonly person?: string;
  /** Ids of the passages listed last, in order: "the second one". */
  readonly listed?: readonly string[];
  /** The questions offered with the last answer: "yes". */
  readonly offered?: readonly string[];
  /** Ids of passages shown so far, latest first: what they answer is not offered again. */
  readonly seen?: readonly string[];
  /** The passage was not shown just now: the reader quotes words of it. */
  readonly isQuoted?: boolean;
};
