/**
 * Where articles are imported and published. The bot only talks to editors about it: whoever creates the bot says
 * what it does.
 */
export type Newsroom = {
  /** Telegram user ids. */
  readonly editors: ReadonlySet<number>;
  /** Where the desk opens inside Telegram, if it does. */
  readonly deskUrl?: string | undefined;
  /** The last event is the article or why there is none. `by`: the editor's Telegram id. */
  readonly importLink: (url: string, by: string) => AsyncIterable<ImportProgress>;
  readonly act: (action: DraftAction, by: string) => ActionOutcome;
  /** For what goes wrong when no update is being answered. */
  readonly onError: (error: unknown) => void;
};

export type ImportProgress =
  | { readonly kind: "step"; readonly step: "fetching" | "attributing" }
  | {
      readonly kind: "imported";
      readonly article: ArticleReport;
      /** It had been imported before, and is up to date now. */
      readonly isUpdate: boolean;
      readonly remarks: readonly ImportRemark[];
    }
  | { readonly kind: "failed"; readonly why: ImportFailure };

/** `not-taken-up`: the bot answers from the articles as they were, since there is a mistake in one of them. */
export type ImportRemark = "subscribers" | "translations" | "not-taken-up";

export type ImportFailure =
  | "address"
  | "missing"
  | "subscribers"
  | "refused"
  | "unreachable"
  | "no-article"
  | "feed"
  | "too-long"
  | "by-hand"
  | "shrunk"
  | "not-saved";

/** An article as an editor is told about it. */
export type ArticleReport = {
  /** Stands for its file, also after a restart. */
  readonly of: string;
  /** Stands for the text of its file. */
  readonly version: string;
  readonly state: "draft" | "published";
  /** Its file. */
  readonly name: string;
  /** The file's name while it has mistakes. */
  readonly title: string;
  /** Those who speak, the most sentences first. */
  readonly speakers: readonly { readonly name: string; readonly sentences: number }[];
  /** Sentences of the publication itself. */
  readonly own: number;
  /** Sentences that import asks an editor to look at. */
  readonly uncertain: number;
  readonly hasMistakes: boolean;
};

export const DRAFT_ACTIONS = ["publish", "withdraw", "discard"] as const;

/** `of` and `version` are those of the report that the editor saw. */
export type DraftAction = Pick<ArticleReport, "of" | "version"> & {
  readonly act: (typeof DRAFT_ACTIONS)[number];
};

/** What became of an action, with the article as it is now. */
export type ActionOutcome =
  | {
      readonly kind: "done";
      readonly article: ArticleReport;
      /** Whether the bot answers accordingly, once that is known. */
      readonly isTakenUp: Promise<boolean>;
    }
  /** Somebody did it before. */
  | { readonly kind: "already"; readonly article: ArticleReport }
  /** It is no longer what the editor saw, so nothing was done. */
  | { readonly kind: "changed"; readonly article: ArticleReport }
  | {
      readonly kind: "refused";
      readonly why: RefusedAction;
      readonly article: ArticleReport;
    }
  /** There is no such article any longer. */
  | { readonly kind: "gone" };

export type RefusedAction =
  | "mistakes"
  /** It is not to be published yet. */
  | "embargoed"
  | "only-article"
  | "name-taken"
  | "not-saved";
