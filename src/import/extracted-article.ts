/** A heading, or a paragraph of any kind, as plain text on one line. */
export type ExtractedBlock = {
  readonly kind: "heading" | "paragraph";
  readonly text: string;
  /** An item of a list or a row of a table, which sums up nothing. */
  readonly isItem?: true;
  /** An item of a list that the text itself calls its key facts. */
  readonly isKeyFact?: true;
};

/** What a page or a text says about where it was published. */
export type ExtractedSource = {
  readonly publisher?: string;
  /** The headline as published. */
  readonly title?: string;
  readonly url?: string;
  readonly author?: string;
  readonly published?: string;
};

/** An article as found, before anybody has said who says what. */
export type ExtractedArticle = {
  readonly title: string;
  /** BCP 47 code, if it is stated. */
  readonly language?: string;
  readonly source: ExtractedSource;
  /** Not to be published before, as an ISO 8601 time. */
  readonly embargo?: string;
  readonly blocks: readonly ExtractedBlock[];
};
