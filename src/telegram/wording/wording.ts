import type { SmallTalkTopic } from "../../languages/language-pack.ts";
import type { Kind } from "../../article/article.ts";
import type { Language } from "../../languages/language.ts";
import type { Reason } from "../../feedback/vote.ts";
import type { Verdict } from "../../search/findings.ts";
import type { ImportFailure, ImportProgress, ImportRemark, RefusedAction } from "../newsroom.ts";

/**
 * Every sentence the bot itself says, in one language: `en.ts`, `uk.ts` and `ru.ts` beside this file. A
 * sentence missing in one of them does not compile. Nothing an article says is in here.
 */
export type Wording = {
  readonly language: Language;
  readonly card: CardWording;
  readonly replies: RepliesWording;
  readonly buttons: ButtonsWording;
  readonly feedback: FeedbackWording;
  readonly why: WhyWording;
  readonly privacy: PrivacyWording;
  readonly operator: OperatorWording;
  readonly newsroom: NewsroomWording;
  readonly profile: ProfileWording;
};

/** Around a quoted passage: who says it, in what capacity, how and where. */
type CardWording = {
  readonly kinds: Readonly<Record<Kind, string>>;
  /** Instead of a speaker, where somebody speaks and no editor has said who. */
  readonly articlesText: string;
  readonly quoted: string;
  readonly partlyQuoted: string;
  readonly retold: string;
  /** In a digest: the original article quotes these words; the passage retells them. */
  readonly quotedInDigest: string;
  readonly partlyQuotedInDigest: string;
  readonly retoldInDigest: string;
  readonly editorsNote: (note: string) => string;
  /** The passage is not in the article's own language. */
  readonly editorsTranslation: string;
  /** The passage is in another language than the reply. */
  readonly inLanguage: Readonly<Record<Language, string>>;
  /** The same for one that the bot does not speak. */
  readonly inOtherLanguage: (name: string) => string;
  /** Labels a speaker with the words that are theirs. */
  readonly fragment: (words: string) => string;
  /** Labels the passage's own speaker, below those of fragments. */
  readonly rest: string;
};

type RepliesWording = {
  /** The speaker's name follows. */
  readonly saidBy: string;
  /** Instead, if the article names neither a speaker nor its publisher. */
  readonly noSpeaker: string;
  /** Instead, where somebody speaks and no editor has said who. */
  readonly notMarked: string;

  readonly readAs: (words: readonly string[]) => string;
  /** Heads the passages of which one probably answers. */
  readonly closest: string;
  /** Introduces a passage that does not say what was asked. */
  readonly nearest: string;
  /** In a group, before the headline of a passage that may not answer. */
  readonly perhaps: string;
  /** Heads a menu of passages. */
  readonly whichPassage: string;

  /** Above the first answer within an article that the chat was not about. */
  readonly answeringFrom: (title: string) => string;
  readonly unknownArticle: Readonly<Record<UnknownArticle, string>>;

  readonly notInArticle: string;
  /** Instead, if the question is in another language than the article: its words were hard to find. */
  readonly inOtherLanguage: (language: Language) => string;
  readonly notSaid: string;
  /** The words follow, in italics. */
  readonly neverMentions: (count: number) => string;
  readonly missingWord: (word: string) => string;
  readonly doesNotQuote: (name: string) => string;
  readonly tryThese: string;

  readonly mainPoints: (name: string) => string;
  readonly statements: (count: number) => string;
  readonly statementCount: (count: number) => string;
  /** Heads what others say of a person. */
  readonly othersSay: string;
  readonly saidOf: (name: string) => string;
  /** Heads the people who share a name. */
  readonly whichPerson: string;
  /** Heads a list with a speaker for each statement. */
  readonly whoSaysWhat: string;
  /** Above an answer: the articles searched, as put together from the words below. */
  readonly inArticles: (which: string) => string;
  readonly noArticlesOf: (which: string) => string;
  readonly byPublisher: (name: string) => string;
  readonly ofSection: (name: string) => string;
  readonly ofDays: (days: string) => string;
  readonly sinceDay: (day: string) => string;
  readonly untilDay: (day: string) => string;
  readonly nearestArticle: (title: string, date: string) => string;
  /** Heads what was said, over time; "about the harbour", as typed. */
  readonly whoSaidWhatAbout: (about: string) => string;
  readonly onlyArticleQuotes: string;
  readonly nobodyQuotedAbout: (about: string) => string;
  /** The article does not say who speaks, so that a list of statements cannot be made. */
  readonly speakersNotMarked: (about: string) => string;
  readonly notQuotedAbout: (name: string, about: string) => string;
  /** Answer to a press: 200 characters at most. */
  readonly askForMore: string;
  /** Before the titles of other articles with the same words. */
  readonly alsoIn: (count: number) => string;
  readonly namedOnly: string;
  /** Of somebody whom no passage names. */
  readonly notInText: string;
  readonly asDescribedBy: (publisher: string) => string;

  readonly points: string;
  readonly keyFacts: string;
  readonly dates: string;
  readonly people: string;
  readonly articles: string;
  readonly noPeople: string;
  /** Heads the people who say nothing. */
  readonly onlyNamed: string;
  readonly noKeyFacts: string;
  readonly noDates: string;
  /** Below the titles of some. */
  readonly articlesInAll: (count: number) => string;
  readonly askInYourWords: string;

  readonly source: string;
  /** For a publisher whose capacity is not known. */
  readonly publisher: (name: string) => string;
  readonly author: (name: string) => string;
  readonly publishedOn: (date: string) => string;
  readonly updatedOn: (date: string) => string;
  readonly notGiven: (missing: readonly string[]) => string;
  readonly missingPublisher: string;
  readonly missingAuthor: string;
  readonly missingDate: string;
  readonly missingUrl: string;
  readonly isDigest: string;

  /** Above the answer to a message that is too long to be read in full. */
  readonly readsOnly: Readonly<Record<"question" | "end", string>>;
  /** Below the answers to several questions. */
  readonly unreadQuestions: (count: number) => string;

  readonly intro: string;
  /** Paragraphs; also the answer to "what can you do?" */
  readonly help: readonly string[];
  readonly smallTalk: Readonly<Record<Exclude<SmallTalkTopic, "abilities">, string>>;

  /** The button above an empty list of inline results. */
  readonly nothingInline: string;
  readonly textOnly: string;
  readonly articleUpdated: string;
  /** What a press needs cannot be looked up yet. */
  readonly oneMoment: string;
  readonly articleCorrected: string;
  readonly unknownCommand: string;
  /** Nothing is published yet. Also the answer to a press: 200 characters at most. */
  readonly noArticles: string;
  readonly tooFast: string;
};

/** Why the article that a message is about is unknown: a link, or a post of a channel that has one, or none. */
export type UnknownArticle = "link" | "post" | "post-without-link";

type ButtonsWording = {
  readonly copy: string;
  readonly share: string;
  readonly original: string;
  readonly translation: string;
  readonly show: string;
  readonly overview: string;
  readonly othersSay: (count: number) => string;
  readonly list: string;
  readonly library: string;
  readonly earlier: string;
  readonly later: string;
  readonly more: string;
  readonly fewer: string;
  readonly askMore: string;
  readonly position: (index: number, count: number) => string;
};

/** About votes. */
type FeedbackWording = {
  readonly thanks: string;
  readonly whatIsWrong: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** With this id the operator finds the trace of the answer. */
  readonly noted: (trace: string) => string;
  /** The button is forged, or from another bot or chat. */
  readonly noLongerCounts: string;
};

/** Why a reply makes so much of the passages found, and not more or less: for editors. */
export type WhyWording = {
  /** The reasons follow. */
  readonly shownAs: Readonly<Record<Verdict, string>>;
  /** How many words of the question the first passage has. */
  readonly hasWords: (found: number, asked: number) => string;
  readonly lacks: (words: readonly string[]) => string;
  readonly isAlone: string;
  readonly isAhead: string;
  readonly isEqualled: string;
  /** What a passage that fails an answerability check lacks, by the check's name. */
  readonly failed: Readonly<Record<string, string>>;
  /** For a check without words of its own. */
  readonly lacksWhatIsAsked: string;
  readonly presumes: string;
  readonly notTheirWords: (name: string) => string;
  /** How often such a match is right, and how often it has to be for a card. */
  readonly sureness: (percent: number, needed: number) => string;
};

/** What is stored about a reader's questions. */
type PrivacyWording = {
  readonly heading: string;
  /** With a question log that keeps them for this many days, or without one. */
  readonly logged: (days: number) => string;
  readonly notLogged: string;
  readonly anonymous: string;
  readonly undelivered: string;
  readonly chatContext: string;
  /** In groups. */
  readonly posts: string;
  readonly forgotten: string;
};

/** For those who run the bot. */
type OperatorWording = {
  readonly sinceStart: string;
  readonly inQuestionLog: (days: number) => string;
  readonly noQuestionLog: string;
  readonly answers: (count: number, percentUnanswered: number) => string;
  readonly votes: (good: number, bad: number) => string;

  readonly gaps: (count: number) => string;
  readonly noGaps: string;
  /** How often it was asked, in how many wordings, and the trace id of one of the answers. */
  readonly gap: (gap: {
    readonly asked: number;
    readonly wordings: number;
    readonly trace: string;
  }) => string;

  readonly whichTrace: string;
  readonly noTrace: (id: string) => string;
  readonly shown: (passages: readonly string[]) => string;
  /** By the names of the question log, which may have names from other versions. */
  readonly replies: Readonly<Record<string, string>>;
  /** How often a match like this is right. */
  readonly sureness: (percent: number) => string;

  readonly commands: Readonly<Record<"stats" | "gaps" | "trace", string>>;
};

/** For editors, who import and publish in their chat with the bot. */
type NewsroomWording = {
  /** Listed for editors only. */
  readonly commands: Readonly<Record<"import", string>>;
  readonly howToImport: string;
  /** The link follows. */
  readonly offer: string;
  readonly steps: Readonly<Record<Extract<ImportProgress, { kind: "step" }>["step"], string>>;
  readonly failures: Readonly<Record<ImportFailure, string>>;

  /** Below the title, in what state the article is. */
  readonly imported: string;
  readonly draftUpdated: string;
  readonly articleUpdated: string;
  readonly published: string;
  readonly withdrawn: string;
  readonly changed: string;
  readonly discarded: (title: string) => string;

  /** Heads the people who speak. */
  readonly whoSpeaks: string;
  readonly speaker: (name: string, sentences: number) => string;
  /** Sentences of the publication itself. */
  readonly own: (sentences: number) => string;
  readonly others: (count: number) => string;
  readonly uncertain: (sentences: number) => string;
  readonly nothingUncertain: string;
  readonly mistakes: string;
  readonly remarks: Readonly<Record<ImportRemark, string>>;

  /** Answers to presses: 200 characters at most. */
  readonly sendAgain: string;
  readonly isRunning: string;
  readonly gone: string;
  readonly already: Readonly<Record<"draft" | "published", string>>;
  readonly changedSince: string;
  readonly refused: Readonly<Record<RefusedAction, string>>;
  readonly editorsOnly: string;

  readonly buttons: Readonly<
    Record<"import" | "tryAgain" | "publish" | "withdraw" | "discard" | "openDesk", string>
  >;
};

/** What Telegram shows about the bot before a chat begins. */
export type ProfileWording = {
  readonly commands: Readonly<Record<PrivateCommand, string>>;
  readonly groupCommands: Readonly<Record<"ask" | "help", string>>;
  /** Shown in an empty chat: 512 characters at most. */
  readonly description: string;
  /** Shown on the bot's page: 120 characters at most. */
  readonly shortDescription: string;
};

type PrivateCommand =
  | "start"
  | "help"
  | "brief"
  | "facts"
  | "dates"
  | "people"
  | "about"
  | "privacy";

/** The plural forms of a noun; `other` for the categories its language does not distinguish. */
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** "3 твердження", "5 тверджень": a number and the right plural of its noun. */
export function pluralize(language: Language, count: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return `${count} ${form}`;
}

const OUTER_MARKS = /[«»]/gu;

/** «…» as Ukrainian and Russian quote; quotation marks within become „…“. */
export function guillemets(words: string): string {
  return `«${words.replace(OUTER_MARKS, (mark) => (mark === "«" ? "„" : "“"))}»`;
}

/** Whether "word" or "words" names them; a full name is two. */
export function isOneWord(words: readonly string[]): boolean {
  return words.join(" ").split(" ").length === 1;
}
