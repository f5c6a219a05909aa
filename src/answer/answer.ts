/** Answers as data. Telegram and the terminal decide how they look. */
import type { Article, Passage, Person, Section } from "../article/article.ts";
import type { Language } from "../languages/language.ts";
import type { SmallTalkTopic } from "../languages/language-pack.ts";
import type { Snippet } from "../search/snippet.ts";
import type { ArticleScope } from "../article/article-scope.ts";
import type { SingleOutcome } from "./answer-question.ts";
import type { MentionCitation } from "./mentions.ts";

/** A passage and where it comes from: enough to attribute it. */
export type Citation = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
  /** Id of a person, if only their words in the passage are meant. */
  readonly by?: string;
  /** The part that answers. */
  readonly snippet?: Snippet;
  /** The same words in other articles. */
  readonly alsoIn?: readonly Citation[];
  /** In a list of dates: the date that it is listed under, as the article writes it. */
  readonly date?: string;
};

/** A word that the articles lack, read as a typo of one that they have. */
export type Correction = { readonly word: string; readonly readAs: string };

/** A passage that the reply shows, and what can be asked next. */
type ShownPassage = Citation & {
  readonly snippet: Snippet;
  /** 0 to 1, comparable across questions. */
  readonly confidence: number;
  /** What was asked for: the passage itself, or who says it. */
  readonly asksFor: "passage" | "speaker";
  /** The passages before and after it, if the reader asked for more, or another with the same name. */
  readonly neighbours?: readonly Citation[];
  readonly nextQuestions: readonly string[];
};

/** The right passage is probably among these: the first, and up to two others, in the order ranked. */
export type ClosestPassages = ShownPassage & {
  readonly kind: "unsure";
  readonly verdict: "closest";
  readonly others: readonly Citation[];
};

/** The passage is on the topic, but what is asked for does not seem to be in the article. */
export type NearPassage = ShownPassage & {
  readonly kind: "unsure";
  readonly verdict: "near";
  /** Words of the question that the article certainly never uses, as typed. */
  readonly unknownWords: readonly string[];
  /** Who is not quoted on what is asked, if it is somebody's words that are wanted. */
  readonly notSaidBy?: Person;
};

export type PassageAnswer =
  | (ShownPassage & { readonly kind: "answered" })
  | ClosestPassages
  | NearPassage;

/** A choice of passages that fit about equally well, best first. */
export type MenuAnswer = {
  readonly kind: "menu";
  readonly article: Article;
  readonly choices: readonly Citation[];
  readonly confidence: number;
  readonly nextQuestions: readonly string[];
};

/** Nothing in the article is near what is asked. */
export type NotCovered = {
  readonly kind: "not-covered";
  /** `not-said-by`: the person does not say it; `not-said`: nobody does. */
  readonly reason: "not-said" | "not-said-by";
  readonly person?: Person;
  /** Words of the question that the article certainly never uses, as typed. */
  readonly unknownWords: readonly string[];
  /** The article that comes closest. */
  readonly article?: Article;
  readonly confidence: number;
  readonly nextQuestions: readonly string[];
};

/** Everything that a person says in an article, one passage per point, in the article's order. */
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
  /** What they say in the article; empty if they are only named. */
  readonly points: readonly Citation[];
  /** What others say of them, in the article's order. */
  readonly mentions: readonly MentionCitation[];
  /** The points and the mentions that are shown, best first. */
  readonly best: {
    readonly points: readonly Citation[];
    readonly mentions: readonly MentionCitation[];
  };
};

/** Several people have the name that was asked about: which of them is meant? */
export type WhichPerson = {
  readonly kind: "which-person";
  readonly people: readonly { readonly person: Person; readonly article: Article }[];
};

/** What was said about something, across articles, in the order of time or the reverse. */
export type StatementsAnswer = {
  readonly kind: "statements";
  /** "about the harbour", as typed. */
  readonly about: string;
  /** Whose words were asked for, if only one person's. */
  readonly speaker?: Person;
  /** The words of speakers other than the publisher, each with who says them; none if nobody is quoted on it. */
  readonly statements: readonly Citation[];
  /** What the articles have on it that is nearest, whoever says it. */
  readonly nearest?: Citation;
};

/** No article is of the time or by the publisher that the question names. */
export type NoArticles = {
  readonly kind: "no-articles";
  readonly scope: ArticleScope;
  /** The one nearest in time. */
  readonly nearest?: Article;
};

/** Who says each passage of a list that was shown. */
export type SpeakersAnswer = {
  readonly kind: "speakers";
  readonly article: Article;
  readonly listed: readonly Citation[];
};

export type OverviewAnswer = {
  readonly kind: "overview";
  /** `library`: there are several articles and none has been chosen. */
  readonly of: "sections" | "points" | "key-facts" | "dates" | "people" | "library";
  readonly articles: readonly [Article, ...Article[]];
  readonly passages: readonly Citation[];
};

type SourceAnswer = { readonly kind: "source"; readonly article: Article };

export type SmallTalk = {
  readonly kind: "small-talk";
  readonly topic: SmallTalkTopic;
  /** The articles to ask about; none where a reply that leads on would be a nuisance. */
  readonly articles: readonly Article[];
  readonly nextQuestions: readonly string[];
};

/** The answers to several questions of one message, in order. */
export type SeveralAnswers = {
  readonly kind: "several";
  readonly parts: readonly SingleOutcome[];
  /** How many questions are left out. */
  readonly unread: number;
  /** The least of the parts'. */
  readonly confidence: number;
  /** Suggested after the last of them. */
  readonly nextQuestions: readonly string[];
};

/** The answer to a message. */
export type MessageAnswer = Answer | SeveralAnswers;

/** The answer to one question. */
export type Answer =
  | PassageAnswer
  | MenuAnswer
  | NotCovered
  | PointsAnswer
  | PersonAnswer
  | WhichPerson
  | SpeakersAnswer
  | StatementsAnswer
  | NoArticles
  | OverviewAnswer
  | SourceAnswer
  | SmallTalk;

/** What a conversation is about, as ids: small enough to store. */
export type Context = {
  /** The language of the last question. */
  readonly language?: Language;
  /** BCP 47 code of the language of the reader's app. */
  readonly clientLanguage?: string;
  /** Slug of the article. */
  readonly article?: string;
  /** The last question that was answered. */
  readonly question?: string;
  /** The last question, answered or not: "no, I meant …". */
  readonly asked?: string;
  /** Id of the last passage shown. */
  readonly passage?: string;
  /** Id of the person whom "he" or "she" means. */
  readonly person?: string;
  /** Ids of the passages of the last list, in order: "the second one". */
  readonly listed?: readonly string[];
  /** The reader was asked which of several people is meant: a name alone answers that. */
  readonly isWhichAsked?: boolean;
  /** The questions suggested with the last answer: "yes". */
  readonly offered?: readonly string[];
  /** Ids of the passages shown, latest first; questions that they answer are not suggested again. */
  readonly seen?: readonly string[];
  /** The question whose list of statements has pages. */
  readonly paged?: string;
  /** The day of the reader's message, as ISO 8601, where the newsroom is. */
  readonly today?: string;
  /** The passages listed were shown as the closest: "who said that?" means all of them. */
  readonly isUndecided?: boolean;
  /** The reader quotes words of the passage: it need not be the last one shown. */
  readonly isQuoted?: boolean;
};
