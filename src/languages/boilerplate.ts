/** What news pages say around an article. Each pattern matches at the start of a line, as written. */
export type BoilerplateForms = {
  /** Leads to other pages: "Read more:", "Related", "See also". */
  readonly elsewhere: RegExp;
  /** A whole line or heading above a list of other pages: "Related articles", "Most read". */
  readonly elsewhereHeading: RegExp;
  /** Asks the reader to do something: subscribe, follow, comment, send a tip. */
  readonly invitation: RegExp;
  /** Who wrote it, and when: "By Ann Lee", "Posted on 3 May". */
  readonly byline: RegExp;
  /** Whose picture it is. */
  readonly credit: RegExp;
  /** A whole line: "Advertisement", "Share", "Comments". */
  readonly label: RegExp;
  /** Terms of use. */
  readonly legal: RegExp;
  /** A heading above what is about the author or the publisher, no longer the article. */
  readonly ending: RegExp;
};
