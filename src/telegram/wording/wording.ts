import type { SmallTalkTopic } from "../../languages/language-pack.ts";
import type { Kind } from "../../article/article.ts";
import type { Language } from "../../languages/language.ts";
import type { Reason } from "../../feedback/vote.ts";
import type { OperatorWording } from "./operator-wording.ts";

/**
 * Every sentence of the bot's own that a reader sees, in one language. What the article says is
 * never in here.
 */
export type Wording = {
  readonly language: Language;

  readonly kinds: Readonly<Record<Kind, string>>;
  readonly quoted: string;
  readonly partlyQuoted: string;
  readonly retold: string;
  /** Of a digest: the article gives these words as the speaker's own, the card does not. */
  readonly quotedInDigest: string;
  readonly partlyQuotedInDigest: string;
  readonly retoldInDigest: string;
  readonly note: (note: string) => string;
  /** Below a passage that is not in the article's language. */
  readonly translation: string;
  /** The speaker's name follows. */
  readonly says: string;
  /** Instead, where the article names nobody, not even its publisher. */
  readonly saidByNobody: string;
  /** Words of a passage, to tell which of them a name belongs to. */
  readonly words: (words: string) => string;
  /** The words of a passage that are not told apart by name. */
  readonly theRest: string;

  readonly readAs: (words: readonly string[]) => string;
  readonly unsure: string;
  readonly nearest: string;
  /** In a group, before the topic of a passage that may not answer. */
  readonly perhaps: string;
  /** Heads a menu of passages. */
  readonly several: string;

  readonly notInArticle: string;
  readonly notSaid: string;
  /** The words follow, in italics. */
  readonly neverMentions: string;
  readonly noWordsOf: (name: string) => string;
  readonly tryThese: string;

  readonly mainPoints: (name: string) => string;
  readonly whatTheySay: (count: number) => string;
  readonly saysNothing: string;
  readonly asIntroducedBy: (publisher: string) => string;

  readonly keyFacts: string;
  readonly dates: string;
  readonly people: string;
  readonly articles: string;
  readonly noPeople: string;
  readonly noDates: string;
  readonly askInYourWords: string;

  readonly source: string;
  readonly publisher: (name: string, capacity: string) => string;
  readonly author: (name: string) => string;
  readonly publishedOn: (date: string) => string;
  readonly notGiven: (missing: readonly string[]) => string;
  readonly missingPublisher: string;
  readonly missingAuthor: string;
  readonly missingDate: string;
  readonly missingUrl: string;
  readonly isDigest: string;

  readonly promise: string;
  readonly help: readonly string[];
  /** What the bot can do is told at length, by `help`. */
  readonly smallTalk: Readonly<Record<Exclude<SmallTalkTopic, "abilities">, string>>;

  readonly nothingInline: string;
  readonly textOnly: string;
  readonly articleUpdated: string;
  readonly unknownCommand: string;
  readonly tooFast: string;

  readonly feedback: FeedbackWording;
  readonly privacy: PrivacyWording;
  readonly operator: OperatorWording;
  readonly buttons: {
    readonly copy: string;
    readonly share: string;
    readonly original: string;
    readonly translation: string;
    readonly show: string;
    readonly overview: string;
    readonly list: string;
    readonly earlier: string;
    readonly later: string;
    readonly more: string;
    readonly fewer: string;
    readonly askMore: string;
    readonly position: (index: number, count: number) => string;
  };
  readonly profile: ProfileWording;
};

/** What is said about votes. */
export type FeedbackWording = {
  readonly thanks: string;
  readonly whatIsWrong: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** By its trace id the operator finds what led to the answer. */
  readonly noted: (trace: string) => string;
  /** A button of another bot's, of another chat's, or made up. */
  readonly noLongerCounts: string;
};

/** What is kept of a reader's questions. */
export type PrivacyWording = {
  readonly head: string;
  /** Where a question log is kept for so many days, or none. */
  readonly questionLog: (days: number) => string;
  readonly noQuestionLog: string;
  readonly nobody: string;
  readonly unsent: string;
  readonly context: string;
  readonly forgotten: string;
};

/** What Telegram shows of the bot before anything is said. */
export type ProfileWording = {
  readonly commands: Readonly<Record<PrivateCommand, string>>;
  readonly groupCommands: Readonly<Record<"ask" | "help", string>>;
  /** Shown before the first message: 512 characters at most. */
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
